import { isFinal, type ImportReport } from '$lib/core/institution';
import { readControl } from '$lib/server/control';
import { EmbeddedFolderInUse, embeddedFolder, holderOf } from '$lib/server/db';
import { env } from '$lib/server/env';
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandRefused, type ImportClient } from './import-client';
import { localClient } from './local-client';
import { reportText } from './report-text';
import { serverClient } from './server-client';

const USAGE = 'Usage\u00a0: npm run import -- agents.csv [--controle]';
const POLL_MS = 300;

/** In this process, unless a running server holds the embedded database. */
async function clientFor(): Promise<ImportClient> {
	const { databaseUrl, dataDir } = env();
	const folder = embeddedFolder(dataDir);
	const holder = databaseUrl === null ? holderOf(folder) : null;
	if (holder === null) return localClient();
	const control = readControl(dataDir);
	if (control?.pid !== holder) throw new EmbeddedFolderInUse(folder, holder);
	return serverClient(control);
}

function showProgress(text: string) {
	if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

async function follow(client: ImportClient, id: string): Promise<void> {
	for (;;) {
		const { status, running, agents } = await client.progress(id);
		if (isFinal(status) || !running) break;
		const done = agents.created + agents.changed + agents.unchanged;
		showProgress(
			status === 'received'
				? 'Contrôle…'
				: `Application\u00a0: ${done} agents sur ${agents.accepted}`
		);
		await pause(POLL_MS);
	}
	showProgress('');
}

/** 0: all is as asked. 1: the file is refused, or the import stopped. 3: some agents are refused. */
const exitCode = ({ status, agents }: ImportReport, validateOnly: boolean): number => {
	if (status !== 'applied' && !(validateOnly && status === 'validated')) return 1;
	return agents.refused > 0 ? 3 : 0;
};

export async function importCommand(args: readonly string[]): Promise<number> {
	const validateOnly = args.includes('--controle');
	const [path, ...others] = args.filter((arg) => arg !== '--controle');
	if (path === undefined || others.length > 0 || path.startsWith('-'))
		throw new CommandRefused(USAGE);
	if (!statSync(path, { throwIfNoEntry: false })?.isFile())
		throw new CommandRefused(`Le fichier «\u202f${path}\u202f» est introuvable.\n${USAGE}`);
	const client = await clientFor();
	try {
		const id = await client.send(path, { validateOnly });
		await follow(client, id);
		const report = await client.report(id);
		process.stdout.write(`${reportText(report)}\n`);
		return exitCode(report, validateOnly);
	} finally {
		await client.close();
	}
}
