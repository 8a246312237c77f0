/** A real clamd, with one signature of our own, on a socket of its own. */
import type { SessionUser } from '$lib/core/identity';
import { documentsJobs, documentsOf } from '$lib/server/documents';
import { checkDocument } from '$lib/server/documents/check.usecases';
import { scan } from '$lib/server/documents/validation/clamd';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { deposit, startDocuments } from '../support/documents/documents';
import { soundPdf } from '../support/documents/hostile-pdfs';
import { eventually } from '../support/eventually';
import { useJobs } from '../support/jobs';
import { aTeacher } from '../support/people';

useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'carnet-clamd-'));
const socket = join(folder, 'clamd.sock');
const documents = startDocuments({ clamd: socket });
useJobs(() => documentsJobs(documents.deps), false);

/** What our signature recognises: nothing that any other antivirus would. */
const MARK = 'Carnet-essai-antivirus-1f0c';
let clamd: ChildProcess;
let teacher: SessionUser;

beforeAll(async () => {
	const database = join(folder, 'db');
	mkdirSync(database);
	writeFileSync(
		join(database, 'essai.ndb'),
		`Carnet.Essai:0:*:${Buffer.from(MARK).toString('hex')}\n`
	);
	const config = join(folder, 'clamd.conf');
	const settings = ['Foreground yes', `DatabaseDirectory ${database}`, `LocalSocket ${socket}`];
	// Root would otherwise give the process away to an account of its own.
	const user = process.getuid?.() === 0 ? ['User root'] : [];
	writeFileSync(config, [...settings, ...user, 'StreamMaxLength 10M', ''].join('\n'));
	chmodSync(folder, 0o755);
	clamd = spawn('clamd', ['-c', config], {
		stdio: 'ignore',
		env: { PATH: `${process.env['PATH']}:/usr/sbin` }
	});
	await eventually(() => existsSync(socket), 60_000);
	teacher = await aTeacher();
}, 90_000);
afterAll(() => {
	clamd.kill('SIGKILL');
	documents.remove();
	rmSync(folder, { recursive: true, force: true });
});

const stateOf = async (id: string) =>
	(await documentsOf(teacher.id)).find((piece) => piece.id === id)?.state;

async function checked(bytes: Buffer): Promise<string> {
	const receipt = await deposit(teacher, bytes, documents);
	const { id } = (receipt as { value: { id: string } }).value;
	await checkDocument(id, documents.deps);
	return id;
}

const marked = async () => {
	const sound = await soundPdf();
	return Buffer.concat([sound.subarray(0, 9), Buffer.from(`%${MARK}\n`), sound.subarray(9)]);
};

test('a sound file is accepted, one that the antivirus knows is refused', async () => {
	expect(await scan(socket, await soundPdf())).toEqual({ clean: true });
	expect(await scan(socket, await marked())).toMatchObject({ clean: false });
	expect(await stateOf(await checked(await soundPdf()))).toBe('accepted');
	expect(await stateOf(await checked(await marked()))).toBe('refused');
});

test('while the antivirus is away nothing is accepted, and nothing is refused', async () => {
	const receipt = await deposit(teacher, await soundPdf(), documents);
	const { id } = (receipt as { value: { id: string } }).value;
	const away = { ...documents.deps, clamd: join(folder, 'nowhere.sock') };
	await expect(checkDocument(id, away)).rejects.toThrow();
	expect(await stateOf(id)).toBe('checking');
	await checkDocument(id, documents.deps);
	expect(await stateOf(id)).toBe('accepted');
});
