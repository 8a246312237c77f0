/**
 * A throw-away PostgreSQL server from the binaries of the machine: its own temporary folder, a Unix
 * socket in it (no port to collide with), no durability unless it is asked for. PostgreSQL refuses to run as root, so root
 * hands the process over to the `postgres` user.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
	/** Address of its maintenance database. */
	readonly url: string;
	stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

export class PostgresMissing extends Error {
	constructor() {
		super(
			`PostgreSQL est introuvable sous ${INSTALLED}. Installez-le (apt-get install postgresql), ` +
				'ou donnez l’adresse d’un serveur de test dans DATABASE_URL.'
		);
		this.name = 'PostgresMissing';
	}
}

function binaries(): string {
	const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
	const newest = Math.max(...versions.filter((version) => version >= 15));
	if (!Number.isFinite(newest)) throw new PostgresMissing();
	return join(INSTALLED, String(newest), 'bin');
}

const isRoot = process.getuid?.() === 0;

/** The command as the user PostgreSQL accepts. */
function asServerUser(command: string[]): [string, string[]] {
	const whole = isRoot
		? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', ...command]
		: command;
	return [whole[0]!, whole.slice(1)];
}

function ownedFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-pg-'));
	if (isRoot) {
		const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
		chownSync(folder, id('-u'), id('-g'));
	}
	return folder;
}

/** Resolves at the first accepted connection; a server that dies first says why. */
async function ready(server: ChildProcess, url: string): Promise<void> {
	let log = '';
	server.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
	for (;;) {
		if (server.exitCode !== null) throw new Error(`PostgreSQL n’a pas démarré\n${log}`);
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			return;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 50));
		} finally {
			await client.end().catch(() => {});
		}
	}
}

export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
	const bin = binaries();
	const folder = ownedFolder();
	const data = join(folder, 'data');
	const initdb = [join(bin, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
	execFileSync(...asServerUser([...initdb, '--locale=C.UTF-8', '--no-sync']), { stdio: 'pipe' });

	const careless = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };
	const settings = {
		listen_addresses: '',
		unix_socket_directories: folder,
		...(durable ? {} : careless)
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const [file, args] = asServerUser([join(bin, 'postgres'), '-D', data, ...options]);
	const server = spawn(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	const kill = () => void server.kill('SIGKILL');
	process.once('exit', kill);

	const url = `postgres://postgres@localhost/postgres?host=${folder}`;
	await ready(server, url);
	return {
		url,
		stop: async () => {
			process.off('exit', kill);
			server.kill('SIGINT');
			await exited;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** The server named by DATABASE_URL when there is one, else a throw-away one. */
export async function testPostgres(): Promise<PostgresServer> {
	const given = process.env.DATABASE_URL;
	return given ? { url: given, stop: async () => {} } : startPostgres();
}

/** The same server, another of its databases. */
export function urlOf(url: string, database: string): string {
	const other = new URL(url);
	other.pathname = `/${database}`;
	return other.href;
}

export async function runOn(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
