/** Circulars from their author to the phones of those they concern. */
import { acknowledge, myCircularsNow } from '$lib/client/messages/circulars';
import type { SessionUser } from '$lib/core/identity';
import { ALONE_UP_TO, type CircularDraft } from '$lib/core/messages';
import { civilDate } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { deadlineSources } from '$lib/server/deadline-sources';
import {
	approveCircular,
	correctCircular,
	listCirculars,
	messagesJobs,
	readCircular,
	rehearseCircular,
	saveCircular,
	sendCircular,
	startCircular
} from '$lib/server/messages';
import { publishCircular } from '$lib/server/messages/publish.usecases';
import { inbox, notificationJobs } from '$lib/server/notifications';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice } from '../support/device';
import { useJobs } from '../support/jobs';
import { anAccount, aTeacher } from '../support/people';
import { serverFetch } from '../support/sync-server';

// A Wednesday at noon, in term.
let now = new Date('2027-09-15T10:00:00Z');
const deps = { clock: { now: () => now }, newId: () => randomUUID() };

useDatabase();
useJobs(
	() => [
		...messagesJobs(deps),
		...notificationJobs({
			...{
				clock: deps.clock,
				deadlines: deadlineSources,
				news: [],
				origin: 'https://carnet.example'
			},
			sender: { send: async () => 'accepted', close: () => {} },
			log: { error: () => {} } as never
		})
	],
	false
);

beforeEach(async () => {
	now = new Date('2027-09-15T10:00:00Z');
	await sql`truncate account cascade`.execute(db());
	await sql`delete from pgboss.job`.execute(db());
});

const draft = (over: Partial<CircularDraft> = {}): CircularDraft => ({
	...{ kind: 'correspondance', title: 'Liste d’aptitude', body: 'Déposez votre dossier.' },
	...{ readBefore: civilDate('2027-10-01'), audience: { roles: ['enseignant'] } },
	deadlines: [
		{
			...{ title: 'Liste d’aptitude', action: 'déposer le dossier' },
			...{ date: civilDate('2027-10-15'), minutes: 720 }
		}
	],
	...over
});

async function aCircular(author: SessionUser, over: Partial<CircularDraft> = {}) {
	const id = await startCircular(author, deps);
	const saved = await saveCircular(author, id, draft(over), deps);
	if (!saved.ok) throw new Error(saved.error.code);
	return id;
}

async function leave(id: string) {
	const { rows } = await sql<{ data: { circular: string; at: string } }>`
		select data from pgboss.job where name = 'messages.publish'
			and data->>'circular' = ${id} order by created_on`.execute(db());
	for (const { data } of rows) await publishCircular(data, deps);
}

const codeOf = (result: { ok: boolean; error?: { code: string } }) =>
	result.ok ? 'ok' : result.error?.code;

const manager = () => anAccount({ role: 'gestionnaire' });

async function phoneOf(user: SessionUser) {
	const phone = startDevice({ personId: user.id, fetch: serverFetch(() => user) });
	await phone.engine.run();
	return phone;
}

test('reaches those of its audience, once, in their inbox and on their phone', async () => {
	const [author, teacher, head] = [
		await manager(),
		await aTeacher(),
		await anAccount({ role: 'chef' })
	];
	const id = await aCircular(author, { audience: { roles: ['enseignant'], corps: ['certifie'] } });
	await sendCircular(author, id, null, deps);
	await leave(id);
	await leave(id);
	expect(await inbox(teacher.id)).toMatchObject([
		{ title: 'Liste d’aptitude', path: `/messages/circulaires/${id}` }
	]);
	expect(await inbox(head.id)).toEqual([]);
	const [received] = await myCircularsNow((await phoneOf(teacher)).db);
	expect(received).toMatchObject({ title: 'Liste d’aptitude', readAt: null, correctedBy: null });
	expect(received!.deadlines[0]!.date).toBe('2027-10-15');
});

test('the receipt given offline is counted once sent', async () => {
	const [author, teacher] = [await manager(), await aTeacher()];
	const id = await aCircular(author);
	await sendCircular(author, id, null, deps);
	await leave(id);
	const phone = await phoneOf(teacher);
	await acknowledge(phone.writer, id);
	expect((await listCirculars(author.academie))[0]).toMatchObject({ recipients: 1, read: 0 });
	await phone.engine.run();
	expect((await listCirculars(author.academie))[0]).toMatchObject({ recipients: 1, read: 1 });
});

test('a correction replaces it for all who had it, even outside the new audience', async () => {
	const [author, teacher] = [await manager(), await aTeacher()];
	const first = await aCircular(author);
	await sendCircular(author, first, null, deps);
	await leave(first);
	const phone = await phoneOf(teacher);
	now = new Date('2027-09-16T10:00:00Z');
	const correction = await correctCircular(author, first, deps);
	if (!correction.ok) throw new Error(correction.error.code);
	const over = { title: 'Liste d’aptitude, dates corrigées', audience: { corps: ['agrege'] } };
	await saveCircular(author, correction.value, draft(over), deps);
	await sendCircular(author, correction.value, null, deps);
	await leave(correction.value);
	await phone.engine.run();
	const received = await myCircularsNow(phone.db);
	expect(received.find(({ id }) => id === first)!.correctedBy).toBe(correction.value);
	expect((await inbox(teacher.id))[0]!.title).toBe(
		'Circulaire corrigée\u00a0: Liste d’aptitude, dates corrigées'
	);
	const days = { from: civilDate('2027-09-15'), to: civilDate('2027-12-31') };
	const known = (await Promise.all(deadlineSources.map((source) => source(days, null)))).flat();
	expect(known.map(({ deadline }) => deadline.id)).toEqual([`circulaire-${correction.value}-0`]);
	expect(codeOf(await saveCircular(author, first, draft(), deps))).toBe('messages.circular-left');
});

test('beyond a thousand people a second person must agree, to what will leave and nothing else', async () => {
	const [author, colleague] = [await manager(), await manager()];
	await sql`
		insert into account (id, academie_code, role, identifier, email, first_name, last_name)
		select gen_random_uuid(), ${author.academie}, 'enseignant', 'essai' || n,
			'essai' || n || '@example.org', 'Anne', 'Sorel'
		from generate_series(1, ${ALONE_UP_TO + 1}) as n`.execute(db());
	const id = await aCircular(author);
	expect(await sendCircular(author, id, null, deps)).toMatchObject({ value: 'to-approve' });
	await leave(id);
	expect(codeOf(await approveCircular(author, id, deps))).toBe('messages.own-circular');
	await saveCircular(author, id, draft({ title: 'Autre chose' }), deps);
	expect(codeOf(await approveCircular(colleague, id, deps))).toBe('messages.circular-left');
	await sendCircular(author, id, null, deps);
	expect(codeOf(await approveCircular(colleague, id, deps))).toBe('ok');
	await leave(id);
	expect((await listCirculars(author.academie))[0]).toMatchObject({
		...{ state: 'published', recipients: ALONE_UP_TO + 1 }
	});
});

test('leaves at its hour; put off or changed, it does not leave at the former one', async () => {
	const [author, teacher] = [await manager(), await aTeacher()];
	const id = await aCircular(author);
	await sendCircular(author, id, new Date('2027-09-16T07:00:00Z'), deps);
	await sendCircular(author, id, new Date('2027-09-17T07:00:00Z'), deps);
	const { rows } = await sql<{ data: { circular: string; at: string } }>`
		select data from pgboss.job where name = 'messages.publish' order by start_after`.execute(db());
	now = new Date('2027-09-16T07:00:00Z');
	await publishCircular(rows[0]!.data, deps);
	expect(await inbox(teacher.id)).toEqual([]);
	now = new Date('2027-09-17T07:00:00Z');
	await publishCircular(rows[1]!.data, deps);
	expect(await inbox(teacher.id)).toHaveLength(1);
});

test('a rehearsal reaches its author alone; another académie sees nothing', async () => {
	const [author, teacher] = [await manager(), await aTeacher()];
	const id = await aCircular(author);
	await rehearseCircular(author, id, deps);
	expect((await inbox(author.id))[0]!.title).toBe('Répétition\u00a0: Liste d’aptitude');
	expect(await inbox(teacher.id)).toEqual([]);
	const stranger = { ...(await manager()), academie: '10' };
	expect(codeOf(await readCircular(stranger, id))).toBe('messages.circular-not-found');
});

test('a manager of one département writes to it alone', async () => {
	const author = { ...(await manager()), departement: '008' };
	const teacher = await aTeacher();
	const id = await aCircular(author);
	await sendCircular(author, id, null, deps);
	await leave(id);
	expect(await inbox(teacher.id)).toEqual([]);
});
