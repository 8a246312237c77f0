/** The demonstration, written once through the import, is coherent and covers every corps. */
import { parseUai } from '$lib/core/institution';
import { addMonths, systemClock, uuidv7, type CivilDate } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { importStorage, isEmpty, seedDemo, type ImportDeps } from '$lib/server/institution';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';

const db = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'carnet-demo-'));
const deps: ImportDeps = {
	clock: systemClock,
	newId: () => uuidv7(Date.now(), randomBytes(10)),
	storage: importStorage(folder),
	giveWay: async () => {}
};
beforeAll(() => seedDemo(deps));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const agents = () => db().selectFrom('agent').selectAll().execute();

test('over 300 agents, 40 establishments and 4 départements in Reims, and someone elsewhere', async () => {
	const all = await agents();
	const establishments = await db().selectFrom('establishment').selectAll().execute();
	const inReims = establishments.filter((one) => one.academie_code === '19');
	expect(all.length).toBeGreaterThanOrEqual(300);
	expect(inReims.length).toBeGreaterThanOrEqual(40);
	expect(new Set(inReims.map((one) => one.departement))).toEqual(new Set(['08', '10', '51', '52']));
	expect(establishments.every(({ uai }) => parseUai(uai) !== null)).toBe(true);
	expect(all.some((agent) => agent.academie_code !== '19')).toBe(true);
	const academies = await db().selectFrom('academie').select('code').execute();
	expect(academies).toHaveLength(30);
});

test('each rung of each grid is held by someone, chevrons included', async () => {
	const held = new Set(
		(await agents()).map(
			(a) => `${a.corps} ${a.grade} ${a.echelon}${a.chevron ? `:${a.chevron}` : ''}`
		)
	);
	const missing = [...careerReference.corps].flatMap(([corps, { grades }]) =>
		[...grades].flatMap(([grade, { sets }]) =>
			[...(sets.at(-1)?.rungs.keys() ?? [])]
				.map((key) => `${corps} ${grade} ${key}`)
				.filter((position) => !held.has(position))
		)
	);
	expect(missing).toEqual([]);
	expect([...held].filter((position) => position.startsWith('contractuel'))).toHaveLength(2);
});

test('histories hold together: steps last what the grid says, posts follow each other', async () => {
	const steps = await db()
		.selectFrom('career_step')
		.selectAll()
		.orderBy('agent_id')
		.orderBy('rank')
		.execute();
	const wrong: string[] = [];
	let checked = 0;
	for (const [i, step] of steps.entries()) {
		const next = steps[i + 1];
		if (next?.agent_id !== step.agent_id) continue;
		if (next.from_date <= step.from_date) wrong.push(`${step.from_date} → ${next.from_date}`);
		if (next.grade !== step.grade) continue;
		const ladder = careerReference.corps.get(step.corps as never)?.grades.get(step.grade as never);
		const key = step.chevron ? `${step.echelon}:${step.chevron}` : String(step.echelon);
		const rung = ladder?.sets.at(-1)?.rungs.get(key);
		const reached = (months: number | null | undefined) =>
			typeof months === 'number' && addMonths(step.from_date as CivilDate, months);
		const first = steps[i - 1]?.agent_id !== step.agent_id || steps[i - 1]?.grade !== step.grade;
		const full = reached(rung?.months);
		const exact = next.from_date === full || next.from_date === reached(rung?.fastMonths);
		if (!exact && !(first && full && next.from_date < full))
			wrong.push(`${step.corps} ${step.grade} ${key} ${step.from_date} → ${next.from_date}`);
		checked++;
	}
	expect(wrong).toEqual([]);
	expect(checked).toBeGreaterThan(500);

	const posts = await db().selectFrom('assignment').selectAll().execute();
	expect(posts.filter(({ from_date, to_date }) => to_date && to_date < from_date)).toEqual([]);
	const all = await agents();
	expect(all.filter((agent) => agent.uai === null)).toEqual([]);
	expect(all.filter((agent) => agent.echelon_since > '2026-11-22')).toEqual([]);
	expect(all.filter((agent) => agent.birth_date! < '1955-01-01')).toEqual([]);
});

test('the teacher of the demonstration stands where the screens show her', async () => {
	const teacher = await db()
		.selectFrom('demo_account as d')
		.innerJoin('account as c', 'c.id', 'd.account_id')
		.innerJoin('agent as a', 'a.id', 'c.agent_id')
		.select(['a.first_name', 'a.corps', 'a.grade', 'a.echelon', 'a.echelon_since'])
		.where('d.key', '=', 'enseignante')
		.executeTakeFirstOrThrow();
	expect(teacher).toEqual({
		first_name: 'Claire',
		corps: 'certifie',
		grade: 'classe-normale',
		echelon: 8,
		echelon_since: '2025-03-01'
	});
});

test('written again, it changes nothing', async () => {
	const digests = async () =>
		(await db().selectFrom('agent').select(['id', 'content_digest', 'rev']).execute()).sort(
			(a, b) => (a.id < b.id ? -1 : 1)
		);
	const before = await digests();
	expect(await isEmpty()).toBe(false);
	await seedDemo(deps);
	expect(await digests()).toEqual(before);
});
