import type { AgentRecord } from '$lib/core/institution';
import type { SessionUser } from '$lib/core/identity';
import { PROTOCOL, understoodTypes, type PullAnswer, type PullRequest } from '$lib/core/sync';
import { db, unitOfWork } from '$lib/server/db';
import { bumpStream, bumpStreams, bury, pull } from '$lib/server/sync';
import { syncSources } from '$lib/server/sync-sources';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aTeacher, anAccount } from '../support/people';

useDatabase();
const onSeen = async () => {};
const clock = { now: () => new Date('2026-11-22T17:04:00Z') };

const firstRequest = (user: SessionUser): PullRequest => ({
	...{
		protocol: PROTOCOL,
		user: user.id,
		device: randomUUID(),
		protection: 'clear' as const,
		epoch: null,
		types: { ...understoodTypes },
		cursors: []
	}
});

async function pulled(user: SessionUser, request: PullRequest): Promise<PullAnswer> {
	const result = await pull({ user, request, sources: syncSources, clock, onSeen });
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

/** The same request once `answer` has been applied. */
function after(request: PullRequest, answer: PullAnswer): PullRequest {
	const cursors = new Map(request.cursors.map((entry) => [`${entry.stream} ${entry.type}`, entry]));
	for (const { stream, type, cursor } of answer.slices) {
		cursors.set(`${stream} ${type}`, { stream, type, cursor });
	}
	return { ...request, epoch: answer.epoch, cursors: [...cursors.values()] };
}

const rowsOf = (answer: PullAnswer, type: string) =>
	answer.slices.filter((slice) => slice.type === type).flatMap((slice) => slice.rows);

async function report(user: SessionUser, message: string): Promise<string> {
	const id = randomUUID();
	await unitOfWork(async () => {
		const rev = await bumpStream(`user:${user.id}`);
		await db()
			.insertInto('career_report')
			.values({
				...{ id, account_id: user.id, agent_id: user.agentId!, subject: 'echelon', message, rev }
			})
			.execute();
	});
	return id;
}

test('the first pull gives a teacher their record, although nothing ever moved its stream', async () => {
	const user = await aTeacher();
	const answer = await pulled(user, firstRequest(user));
	const [row] = rowsOf(answer, 'agent');
	const record = row!.body as AgentRecord;
	expect(row!.id).toBe(user.agentId);
	expect(record.lastName).toBe('Sorel');
	expect(record.echelonSince).toBe('2025-03-01');
	expect(record.assignments).toEqual([
		{
			workplace: { uai: '0519999A', name: 'Collège des Essais', city: 'Épernay' },
			...{ nature: 'titulaire', from: '2019-09-01', to: null, quotity: 1 }
		}
	]);
	expect(record.recordUpdatedAt).toBe('2026-09-01T00:00:00.000Z');
	expect(rowsOf(answer, 'academie')[0]!.body).toMatchObject({ name: 'Reims' });
});

test('a second pull brings nothing, then only what has changed', async () => {
	const user = await aTeacher();
	const request = firstRequest(user);
	const next = after(request, await pulled(user, request));
	expect((await pulled(user, next)).slices).toEqual([]);

	const id = await report(user, 'Échelon faux');
	const third = await pulled(user, next);
	expect(third.slices.map((slice) => [slice.type, slice.rows.map((row) => row.id)])).toEqual([
		['career-report', [id]]
	]);
});

test('a person receives nothing of another one', async () => {
	const [mine, theirs] = [await aTeacher(), await aTeacher()];
	await report(theirs, 'À eux');
	const answer = await pulled(mine, firstRequest(mine));
	expect(rowsOf(answer, 'agent').map((row) => row.id)).toEqual([mine.agentId]);
	expect(rowsOf(answer, 'career-report')).toEqual([]);
});

test('a long stream comes by pages, each row once, even when one write stamped them all', async () => {
	const user = await aTeacher();
	const ids = Array.from({ length: 450 }, () => randomUUID());
	await unitOfWork(async () => {
		const rev = await bumpStream(`user:${user.id}`);
		await sql`
			insert into career_report (id, account_id, agent_id, subject, message, rev)
			select unnest(${ids}::uuid[]), ${user.id}, ${user.agentId}, 'autre', 'm', ${rev}`.execute(db());
	});
	const seen: string[] = [];
	let request = firstRequest(user);
	for (let more = true; more;) {
		const answer = await pulled(user, request);
		const slice = answer.slices.find(({ type }) => type === 'career-report');
		seen.push(...(slice?.rows.map((row) => row.id) ?? []));
		request = after(request, answer);
		more = slice?.more ?? false;
	}
	expect(seen).toHaveLength(450);
	expect(new Set(seen)).toEqual(new Set(ids));
});

test('a deleted row travels as a row without a body', async () => {
	const user = await aTeacher();
	const id = await report(user, 'Erreur');
	const request = firstRequest(user);
	const next = after(request, await pulled(user, request));
	await unitOfWork(async () => {
		const rev = await bumpStream(`user:${user.id}`);
		await db().deleteFrom('career_report').where('id', '=', id).execute();
		await bury(`user:${user.id}`, 'career-report', id, rev);
	});
	expect(rowsOf(await pulled(user, next), 'career-report')).toMatchObject([{ id, body: null }]);
});

test('a stream one may no longer read is named as left', async () => {
	const head = await anAccount({ role: 'chef', uai: '0519999A' });
	const request = firstRequest(head);
	request.cursors.push({
		...{ stream: 'etab:0510001Z', type: 'agent', cursor: { rev: 3, id: 'x' } }
	});
	expect((await pulled(head, request)).left).toEqual(['etab:0510001Z']);
});

test('a restored backup changes the epoch, and the phone is told to start again', async () => {
	const user = await aTeacher();
	const request = { ...firstRequest(user), epoch: randomUUID() };
	expect(await pulled(user, request)).toMatchObject({ reset: true, slices: [] });
});

test('a session never fills the database of another person, nor an older build', async () => {
	const [user, other] = [await aTeacher(), await aTeacher()];
	const refused = async (request: PullRequest) => {
		const result = await pull({ user, request, sources: syncSources, clock, onSeen });
		return result.ok ? null : result.error.code;
	};
	expect(await refused(firstRequest(other))).toBe('sync.other-user');
	expect(await refused({ ...firstRequest(user), protocol: 0 })).toBe('sync.client-outdated');
});

test('streams written together are each advanced by one', async () => {
	const heads = await unitOfWork(() => bumpStreams(['etab:b', 'all', 'etab:a', 'all']));
	const again = await unitOfWork(() => bumpStreams(['etab:a']));
	expect([...heads.keys()].sort()).toEqual(['all', 'etab:a', 'etab:b']);
	expect(again.get('etab:a')).toBe(heads.get('etab:a')! + 1);
});
