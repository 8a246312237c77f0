/**
 * One process per embedded folder. The embedded database refuses no second opener, and two of them
 * on one folder destroy it; so the lock stands beside the folder, naming its owner by process id and
 * start time (a process id alone is reused after a reboot).
 */
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export class EmbeddedFolderInUse extends Error {
	/** The message says all the operator needs: no stack. */
	readonly forOperator = true;

	constructor(
		readonly folder: string,
		readonly pid: number
	) {
		super(
			`La base embarquée « ${folder} » est déjà ouverte par le processus ${pid}. ` +
				'Arrêtez-le, ou donnez à ce processus un autre dossier (DATA_DIR).'
		);
		this.name = 'EmbeddedFolderInUse';
	}
}

/** Start time of a process; one that has ended and waits for its parent to notice has none. */
function startTimeOf(pid: number): string {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return state === 'Z' ? 'ended' : (fields[18] ?? '');
	} catch {
		return '';
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

export const lockFileOf = (folder: string) => join(dirname(folder), `.${basename(folder)}.lock`);

/** The process that holds `folder`, or null. */
export function holderOf(folder: string): number | null {
	let text: string;
	try {
		text = readFileSync(lockFileOf(folder), 'utf8');
	} catch {
		return null;
	}
	const [pidText = '', startTime = ''] = text.split(' ');
	const pid = Number(pidText);
	return pid > 0 && isAlive(pid) && startTimeOf(pid) === startTime ? pid : null;
}

/**
 * Takes the lock and returns its release.
 * @throws EmbeddedFolderInUse when a living process (this one included) holds the folder
 */
export function lockFolder(folder: string): () => void {
	mkdirSync(folder, { recursive: true });
	const file = lockFileOf(folder);
	const mine = `${process.pid} ${startTimeOf(process.pid)}`;
	for (let attempt = 0; ; attempt++) {
		try {
			writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 0) throw error;
			const holder = holderOf(folder);
			if (holder !== null) throw new EmbeddedFolderInUse(folder, holder);
			unlinkSync(file);
		}
	}
	const release = () => {
		process.off('exit', release);
		try {
			if (readFileSync(file, 'utf8') === mine) unlinkSync(file);
		} catch {
			// Already gone: nothing left to release.
		}
	};
	process.once('exit', release);
	return release;
}
