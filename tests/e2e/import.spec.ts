/** The operator's import through a server that holds the base, for real: two processes and a power cut. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, startServer, test, type TestServer } from '../support/e2e';
import { TEST_BUILD } from '../support/demo-data';
import { eventually } from '../support/eventually';
import { testSettings } from '../support/settings.js';

const AGENTS = 1500;
const NUMEN = '19E0000101EXA';

/** The agent of the documentation, as many times as wanted under other NUMEN. */
function bigFile(): string {
	const lines = readFileSync('docs/import-exemple.csv', 'utf8').trim().split('\n');
	const before = lines.filter((line) => /^(type|etablissement);/.test(line));
	const agent = lines.filter((line) => line.includes(NUMEN)).join('\n');
	const agents = Array.from({ length: AGENTS }, (_, n) =>
		agent.replaceAll(NUMEN, `19E${String(n).padStart(7, '0')}BIG`)
	);
	return `${[...before, ...agents].join('\n')}\n`;
}

const dataDirOf = (server: TestServer) => server.data.env.DATA_DIR!;

function api(server: TestServer) {
	const control = JSON.parse(readFileSync(join(dataDirOf(server), '.control.json'), 'utf8'));
	return async (path: string, init: RequestInit = {}) => {
		const authorization = `Bearer ${(control as { token: string }).token}`;
		const headers = { 'content-type': 'text/csv', ...init.headers, authorization };
		const answer = await fetch(`${server.origin}/api/v1/imports${path}`, { ...init, headers });
		return (await answer.json()) as {
			id: string;
			status: string;
			agents: { created: number; unchanged: number };
		};
	};
}

test('cut in the middle, an import goes on by itself at the next start, each agent once', async () => {
	test.setTimeout(180_000);
	const server = await startServer();
	const content = bigFile();
	const { id } = await api(server)('', { method: 'POST', body: content });
	await eventually(async () => {
		const { status, agents } = await api(server)(`/${id}`);
		return status === 'applying' && agents.created > 0;
	}, 60_000);
	await server.kill();

	await server.start();
	const { agents } = await eventually(async () => {
		const progress = await api(server)(`/${id}`);
		return progress.status === 'applied' && progress;
	}, 90_000);
	expect(agents.created).toBe(AGENTS);

	const file = join(dataDirOf(server), 'agents.csv');
	writeFileSync(file, content);
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[`${TEST_BUILD}/cli/command-line.js`, 'import', file],
		{ env: { ...process.env, ...testSettings, ...server.data.env, PORT: String(server.port) } }
	);
	expect(stdout).toMatch(/0 créé, 0 modifié, 1\s500 inchangés/);
	await server.remove();
});

test('nobody else may import: neither without the token, nor from behind a proxy', async ({
	server
}) => {
	const send = (headers: Record<string, string>) =>
		fetch(`${server.origin}/api/v1/imports`, {
			method: 'POST',
			headers: { 'content-type': 'text/csv', ...headers },
			body: 'type;numen\n'
		}).then(({ status }) => status);
	const control = readFileSync(join(dataDirOf(server), '.control.json'), 'utf8');
	const { token } = JSON.parse(control) as { token: string };
	expect(await send({})).toBe(404);
	expect(await send({ authorization: 'Bearer guess' })).toBe(404);
	expect(await send({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' })).toBe(
		404
	);
	expect(await send({ authorization: `Bearer ${token}` })).toBe(202);
});
