import { writeNote } from '$lib/core/career';
import type { SessionUser } from '$lib/core/identity';
import { PROTOCOL, type Mutation, type MutationResult, type PushRequest } from '$lib/core/sync';
import { db } from '$lib/server/db';
import { push } from '$lib/server/sync';
import { syncTargets } from '$lib/server/sync-sources';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aTeacher, anAccount } from '../support/people';

useDatabase();
const clock = { now: () => new Date('2026-11-22T17:04:00Z') };
const device = randomUUID();
let ordinal = 0;

const mutation = (kind: string, args: object, base: string | null = null): Mutation => ({
	...{ id: randomUUID(), ordinal: ++ordinal, kind, args, base, at: '2020-01-01T00:00:00Z' }
});

async function epoch(): Promise<string> {
	return (await db().selectFrom('installation').select('epoch').executeTakeFirstOrThrow()).epoch;
}

async function ask(user: SessionUser, mutations: Mutation[], request: Partial<PushRequest> = {}) {
	const envelope = { protocol: PROTOCOL, user: user.id, epoch: await epoch(), device, mutations };
	const onTrouble = (error: unknown) => {
		throw error;
	};
	return push({
		...{ user, targets: syncTargets, clock, onTrouble, request: { ...envelope, ...request } }
	});
}

async function pushed(user: SessionUser, ...mutations: Mutation[]): Promise<MutationResult[]> {
	const result = await ask(user, mutations);
	if (!result.ok) throw new Error(result.error.code);
	return result.value.results;
}

const note = (id: string, text: string, base: string | null = null) =>
	mutation(writeNote.kind, { id, title: 'Titre', text }, base);

test('a mutation received three times, twice at once, has one effect and one receipt', async () => {
	const user = await aTeacher();
	const report = mutation('career-report.send', {
		...{ id: randomUUID(), subject: 'echelon', message: 'Échelon faux' }
	});
	const answers = [
		...(await Promise.all([pushed(user, report), pushed(user, report)])).flat(),
		...(await pushed(user, report))
	];
	const receipts = answers.map((answer) => (answer.outcome === 'applied' ? answer.receipt : null));
	expect(new Set(receipts).size).toBe(1);
	expect(receipts[0]).toMatch(/^C-\d{4,}-\d{3}$/);
	const rows = await db()
		.selectFrom('career_report')
		.where('account_id', '=', user.id)
		.selectAll()
		.execute();
	expect(rows).toHaveLength(1);
});

test('strict: writes chained without the network follow each other without a false conflict', async () => {
	const user = await aTeacher();
	const id = randomUUID();
	const first = note(id, 'un');
	const second = note(id, 'deux', first.id);
	const results = await pushed(user, first, second);
	expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
	expect(results[1]!.row!.body).toMatchObject({ text: 'deux', version: second.id });
});

test('strict: a text changed elsewhere is not overwritten, and comes back beside one’s own', async () => {
	const user = await aTeacher();
	const id = randomUUID();
	const first = note(id, 'commun');
	await pushed(user, first, note(id, 'le leur', first.id));
	const [mine] = await pushed(user, note(id, 'le mien', first.id));
	expect(mine).toMatchObject({ outcome: 'conflict', row: { body: { text: 'le leur' } } });
	const [again] = await pushed(user, note(id, 'le mien', mine!.row!.body!['version' as never]));
	expect(again!.outcome).toBe('applied');
});

test('merge-fields: two phones change two fields, both hold; a deleted row is said to be gone', async () => {
	const user = await aTeacher();
	const id = randomUUID();
	const [, ticked, moved] = await pushed(
		user,
		mutation('personal-deadline.add', { id, title: 'Rendez-vous', date: '2026-12-04' }),
		mutation('personal-deadline.edit', { id, fields: { done: true } }),
		mutation('personal-deadline.edit', { id, fields: { date: '2026-12-11' } })
	);
	expect(ticked!.outcome).toBe('applied');
	expect(moved!.row!.body).toMatchObject({ title: 'Rendez-vous', date: '2026-12-11', done: true });
	const [gone, late] = await pushed(
		user,
		mutation('personal-deadline.delete', { id }),
		mutation('personal-deadline.edit', { id, fields: { done: false } })
	);
	expect(gone).toMatchObject({ outcome: 'applied', row: { body: null } });
	expect(late).toMatchObject({ outcome: 'rejected', code: 'sync.row-gone' });
});

test('max: the greatest value wins, whatever the order of arrival and the phone’s clock', async () => {
	const user = await aTeacher();
	const seen = (until: string) => mutation('preferences.record-seen', { id: user.id, until });
	const [, late] = await pushed(user, seen('2026-11-20T00:00:00Z'), seen('2026-11-01T00:00:00Z'));
	expect(late!.row!.body).toMatchObject({ recordSeenUntil: '2026-11-20T00:00:00Z' });
});

test('a refusal is final, named, and does not stop the next one', async () => {
	const [user, withoutRecord] = [await aTeacher(), await anAccount()];
	const results = await pushed(
		user,
		mutation('unknown.kind', {}),
		mutation('career-report.send', { id: 'x' }),
		note(randomUUID(), 'suivante')
	);
	expect(results.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'applied']);
	const args = { id: randomUUID(), subject: 'autre', message: 'm' };
	expect(await pushed(withoutRecord, mutation('career-report.send', args))).toMatchObject([
		{ outcome: 'rejected', code: 'career.no-record' }
	]);
});

test('nothing is applied under another person, nor on another history', async () => {
	const [user, other] = [await aTeacher(), await aTeacher()];
	const mine = note(randomUUID(), 'à moi');
	const code = async (...args: Parameters<typeof ask>) => {
		const result = await ask(...args);
		return result.ok ? null : result.error.code;
	};
	expect(await code(other, [mine], { user: user.id })).toBe('sync.other-user');
	expect(await code(user, [mine], { epoch: randomUUID() })).toBe('sync.epoch-changed');
	expect(await code(user, [mine], { protocol: 0 })).toBe('sync.client-outdated');
	await pushed(user, mine);
	expect(await pushed(other, mine)).toMatchObject([
		{ outcome: 'rejected', code: 'sync.other-user', row: null }
	]);
});
