/** Import, step by step, on a real database and real files. */
import {
	ensureAcademies,
	importReport,
	importStorage,
	receiveImport,
	runImport
} from '$lib/server/institution';
import type { ImportDeps } from '$lib/server/institution';
import { applyImport, validateImport } from '$lib/server/institution';
import type { ImportIssueCode } from '$lib/core/institution';
import { systemClock, uuidv7 } from '$lib/core/shared';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as file from '../support/agents-file';
import { useDatabase } from '../support/database';

const db = useDatabase();
let folder: string;
let deps: ImportDeps;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'carnet-import-'));
	deps = {
		clock: systemClock,
		newId: () => uuidv7(Date.now(), randomBytes(10)),
		storage: importStorage(folder),
		giveWay: async () => {}
	};
	await sql`truncate agent, establishment, import_job, account, sync_stream cascade`.execute(db());
	await ensureAcademies();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* inPieces(bytes: Uint8Array, size = 100) {
	for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function receive(content: string | Uint8Array) {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const received = await receiveImport({ fileName: 'agents.csv', body: inPieces(bytes) }, deps);
	if (!received.ok) throw new Error(received.error.code);
	return received.value.id;
}

async function importing(content: string | Uint8Array) {
	const id = await receive(content);
	const done = await runImport({ id }, deps);
	if (!done.ok) throw new Error(done.error.code);
	const report = await importReport({ id });
	if (!report.ok) throw new Error(report.error.code);
	return report.value;
}

const names = async () =>
	(await db().selectFrom('agent').select('last_name').orderBy('last_name').execute()).map(
		(row) => row.last_name
	);
const versions = async () =>
	(
		await sql<{
			v: string;
		}>`select xmin::text || ' ' || ctid::text as v from agent order by id`.execute(db())
	).rows;

const twoAgents = [file.establishment(), ...file.fullAgent(1), ...file.fullAgent(2)];

describe('encodings and separators', () => {
	const windows1252 = (text: string) =>
		Uint8Array.from(text, (char) =>
			char === '’' ? 0x92 : char === 'œ' ? 0x9c : char.charCodeAt(0)
		);
	const lines = [file.establishment(), ...file.fullAgent(1, { nom: 'Sœur-Léa d’Été' })];

	test.each([
		['UTF-8', file.csv(lines), 'utf-8', ';'],
		['UTF-8 with a byte order mark', `\ufeff${file.csv(lines)}`, 'utf-8', ';'],
		['commas', file.csv(lines, { separator: ',' }), 'utf-8', ','],
		['Windows-1252', windows1252(file.csv(lines)), 'windows-1252', ';']
	])('%s', async (_name, content, encoding, separator) => {
		const report = await importing(content);
		expect(report).toMatchObject({ status: 'applied', encoding, separator, issues: [] });
		expect(await names()).toEqual(['Sœur-Léa d’Été']);
		const training = await db().selectFrom('training').select('label').executeTakeFirstOrThrow();
		expect(training.label).toBe('Évaluer par compétences');
	});

	test('a character of two bytes cut between two pieces is not taken for Windows-1252', async () => {
		const bytes = new TextEncoder().encode(file.csv(lines));
		const id = (await receiveImport({ fileName: 'a.csv', body: inPieces(bytes, 1) }, deps)) as {
			value: { encoding: string };
		};
		expect(id.value.encoding).toBe('utf-8');
	});
});

describe('a whole agent', () => {
	test('goes from the file to the tables', async () => {
		const report = await importing(file.csv(twoAgents));
		expect(report).toMatchObject({
			status: 'applied',
			lines: 12,
			establishments: 1,
			agents: { accepted: 2, refused: 0, created: 2, changed: 0, unchanged: 0 }
		});
		const [agent] = await db().selectFrom('agent').selectAll().execute();
		expect(agent).toMatchObject({
			academie_code: '19',
			corps: 'certifie',
			grade: 'classe-normale',
			echelon: 8,
			echelon_since: '2025-03-01',
			uai: file.college,
			quotity: 1
		});
		for (const table of ['assignment', 'career_step', 'diploma', 'training'] as const) {
			const { n } = await db()
				.selectFrom(table)
				.select((row) => row.fn.countAll<number>().as('n'))
				.executeTakeFirstOrThrow();
			expect(n, table).toBe(2);
		}
	});

	test('the example of the documentation is accepted', async () => {
		const report = await importing(readFileSync('docs/import-exemple.csv'));
		expect(report).toMatchObject({ status: 'applied', issues: [], agents: { created: 2 } });
	});

	test('leaves its NUMEN nowhere: neither in the base, nor on the disk, nor in the report', async () => {
		const bad = file.agent(3, { corps: 'inconnu' });
		const report = await importing(file.csv([...twoAgents, bad]));
		const digests = await db().selectFrom('agent').select('numen_digest').execute();
		expect(digests.map((row) => row.numen_digest)).not.toContain(file.numen(1));
		expect(JSON.stringify(report)).not.toContain(file.numen(3).slice(0, 9));
		expect(readdirSync(join(folder, 'imports'))).toEqual([]);
	});

	test('between validation and application, the prepared file holds no NUMEN either', async () => {
		const id = await receive(file.csv(twoAgents));
		await validateImport({ id }, deps);
		expect(existsSync(deps.storage.received(id))).toBe(false);
		expect(readFileSync(deps.storage.prepared(id), 'utf8')).not.toContain(file.numen(1));
		expect(await names()).toEqual([]);
	});
});

describe('faults', () => {
	test('one bad line refuses its agent and no other', async () => {
		const lines = [
			...twoAgents,
			...file.fullAgent(3),
			file.diploma(3, { annee: 'mille' }),
			...file.fullAgent(4)
		];
		const report = await importing(file.csv(lines));
		expect(report.agents).toMatchObject({ accepted: 3, refused: 1, created: 3 });
		expect(report.issues).toEqual([
			{
				code: 'institution.import.invalid-number',
				line: 18,
				column: 'annee',
				value: 'mille',
				otherLine: null
			}
		]);
		expect(await names()).toEqual(['Éléonore-1', 'Éléonore-2', 'Éléonore-4']);
	});

	const oneLine: [ImportIssueCode, file.Line[]][] = [
		['institution.import.invalid-numen', [{ ...file.agent(9), numen: '123' }]],
		['institution.import.unknown-kind', [file.establishment({ nature: 'usine' })]],
		['institution.import.unknown-departement', [file.establishment({ uai: file.uai('0960001') })]],
		['institution.import.invalid-postal-code', [file.establishment({ code_postal: '5110' })]],
		['institution.import.uai-check-letter', [file.establishment({ uai: '0519001I' })]],
		[
			'institution.import.unknown-establishment',
			[
				...file
					.fullAgent(9)
					.map((line) => (line.uai ? { ...line, uai: file.uai('0519999') } : line))
			]
		]
	];
	test.each(oneLine)('%s', async (code, lines) => {
		const report = await importing(file.csv([...twoAgents, ...lines]));
		expect(report.status).toBe('applied');
		expect(report.issueCounts).toEqual({ [code]: 1 });
		expect(await names()).toHaveLength(2);
	});

	test('an agent said twice in different words is refused both times', async () => {
		const report = await importing(
			file.csv([...twoAgents, ...file.fullAgent(1, { nom: 'Autre' }), ...file.fullAgent(3)])
		);
		expect(report.agents).toMatchObject({ accepted: 2, refused: 1, created: 2 });
		expect(report.issues.map(({ line, otherLine }) => [line, otherLine])).toEqual([
			[3, 13],
			[13, 3]
		]);
		expect(await names()).toEqual(['Éléonore-2', 'Éléonore-3']);
	});

	test('an agent said twice in the same words is applied once', async () => {
		const report = await importing(file.csv([...twoAgents, ...file.fullAgent(1)]));
		expect(report.agents).toMatchObject({ accepted: 2, refused: 0, created: 2 });
		expect(report.issueCounts).toEqual({ 'institution.import.same-agent-repeated': 1 });
	});

	test('unknown columns are pointed at and left aside', async () => {
		const columns = Object.keys({ ...Object.assign({}, ...twoAgents), Prime: '' });
		const report = await importing(file.csv(twoAgents, { columns }));
		expect(report.issues).toMatchObject([
			{ code: 'institution.import.unknown-columns', value: 'Prime' }
		]);
		expect(report.agents.created).toBe(2);
	});

	const wholeFile: [ImportIssueCode, string | Uint8Array][] = [
		['institution.import.empty-file', ''],
		[
			'institution.import.unsupported-encoding',
			Buffer.from(`\ufeff${file.csv(twoAgents)}`, 'utf16le')
		],
		['institution.import.unknown-separator', 'type\tnumen\n'],
		['institution.import.missing-columns', 'type;numen;nom\n'],
		['institution.import.repeated-columns', file.csv(twoAgents).replace('chevron', 'echelon')],
		['institution.import.malformed-csv', `${file.csv(twoAgents)}agent;"jamais fermé;;;\n`]
	];
	test.each(wholeFile)('%s refuses the whole file', async (code, content) => {
		const report = await importing(content);
		expect(report.status).toBe('refused');
		expect(report.issueCounts).toEqual({ [code]: 1 });
		expect(await names()).toEqual([]);
		expect(readdirSync(join(folder, 'imports'))).toEqual([]);
	});
});

describe('the same file again', () => {
	test('touches no row', async () => {
		await importing(file.csv(twoAgents));
		const before = await versions();
		const report = await importing(file.csv(twoAgents));
		expect(report.agents).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
		expect(await versions()).toEqual(before);
	});

	test('with one change, replaces that agent’s whole history and keeps their identity', async () => {
		await importing(file.csv(twoAgents));
		const before = await db().selectFrom('agent').select(['id', 'numen_digest']).execute();
		const untouched =
			await sql`select xmin::text, id from agent where last_name = 'Éléonore-2'`.execute(db());
		const changed = [file.establishment(), ...file.fullAgent(1).slice(0, 3), ...file.fullAgent(2)];
		const report = await importing(file.csv(changed));
		expect(report.agents).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
		expect(await db().selectFrom('agent').select(['id', 'numen_digest']).execute()).toEqual(
			expect.arrayContaining(before)
		);
		expect(await db().selectFrom('diploma').selectAll().execute()).toHaveLength(1);
		expect(
			await sql`select xmin::text, id from agent where last_name = 'Éléonore-2'`.execute(db())
		).toEqual(untouched);
	});
});

describe('phones', () => {
	const account = (agentId: string) => ({
		id: '00000000-0000-7000-8000-000000000001',
		academie_code: '19',
		agent_id: agentId,
		role: 'enseignant' as const,
		identifier: 'eleonore',
		email: 'eleonore@academie.example',
		first_name: 'Noé',
		last_name: 'Éléonore-1',
		uai: null,
		departement: null,
		password_hash: null,
		disabled_at: null
	});
	const revs = async () =>
		(await db().selectFrom('agent').select('rev').orderBy('last_name').execute()).map(
			(row) => row.rev
		);
	const head = async () =>
		(await db().selectFrom('sync_stream').select(['stream', 'head']).execute()).map(
			(row) => `${row.stream} ${row.head}`
		);

	test('an agent with an account is stamped with their stream’s new head, when they change', async () => {
		await importing(file.csv(twoAgents));
		const first = await db()
			.selectFrom('agent')
			.select('id')
			.where('last_name', '=', 'Éléonore-1')
			.executeTakeFirstOrThrow();
		await db().insertInto('account').values(account(first.id)).execute();

		await importing(file.csv(twoAgents));
		expect([await revs(), await head()]).toEqual([[0, 0], []]);

		const promoted = twoAgents.map((line) =>
			line.type === 'etablissement' ? line : { ...line, ...(line.echelon ? { echelon: '9' } : {}) }
		);
		await importing(file.csv(promoted));
		const stream = `user:${account(first.id).id}`;
		expect([await revs(), await head()]).toEqual([[1, 0], [`${stream} 1`]]);

		const renamed = promoted.map((line) =>
			line.type === 'etablissement' ? { ...line, libelle: 'Collège du Jard' } : line
		);
		await importing(file.csv(renamed));
		expect([await revs(), await head()]).toEqual([[2, 0], [`${stream} 2`]]);
	});
});

describe('stopped in the middle', () => {
	const many = [
		file.establishment(),
		...Array.from({ length: 300 }, (_, n) => file.fullAgent(n)).flat()
	];
	class PowerCut extends Error {}

	/** Stops for good at the given chunk, before it starts. */
	const stopAtChunk = (chunk: number): ImportDeps => {
		let asked = 0;
		return {
			...deps,
			giveWay: async () => {
				if (++asked === chunk) throw new PowerCut();
			}
		};
	};

	test('continues where it was, with each agent written once', async () => {
		const id = await receive(file.csv(many));
		await validateImport({ id }, deps);
		await expect(applyImport({ id }, stopAtChunk(3))).rejects.toThrow(PowerCut);
		const half = await importReport({ id });
		expect(half.ok && half.value.status).toBe('applying');
		const written = (await names()).length;
		expect(written).toBeGreaterThan(0);
		expect(written).toBeLessThan(300);
		const before = await versions();

		const again = await receive(file.csv(many));
		expect(again).toBe(id);
		await runImport({ id }, deps);
		const done = await importReport({ id });
		expect(done.ok && done.value).toMatchObject({ status: 'applied', agents: { created: 300 } });
		expect(await names()).toHaveLength(300);
		expect(await versions()).toEqual(expect.arrayContaining(before));
	});

	test('during validation, starts the report again from nothing', async () => {
		const lines = [...many, file.agent(999, { corps: 'inconnu' })];
		const id = await receive(file.csv(lines));
		await expect(validateImport({ id }, stopAtChunk(2))).rejects.toThrow(PowerCut);
		await runImport({ id }, deps);
		const done = await importReport({ id });
		expect(done.ok && done.value).toMatchObject({
			status: 'applied',
			agents: { created: 300 },
			issueCounts: { 'institution.import.unknown-corps': 1 }
		});
		expect(done.ok && done.value.issues).toHaveLength(1);
	});

	test('two processes on one import never write the same part twice', async () => {
		const id = await receive(file.csv(many));
		await validateImport({ id }, deps);
		const results = await Promise.allSettled([
			applyImport({ id }, deps),
			applyImport({ id }, deps)
		]);
		expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
		const done = await importReport({ id });
		expect(done.ok && done.value.agents).toMatchObject({ created: 300, changed: 0, unchanged: 0 });
		expect(await names()).toHaveLength(300);
	});
});
