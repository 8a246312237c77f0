/** The opinion a head gives where a route's rules ask for it: to their own school, once, with reasons. */
import { askOpinion, headOpinionEntity, saveRouteFile, type HeadOpinion } from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { mailJobs } from '$lib/server/mail';
import { giveHeadOpinion, opinionsAsked } from '$lib/server/mobility';
import { inbox, notificationJobs } from '$lib/server/notifications';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { codeOf } from '../support/identity';
import { useJobs } from '../support/jobs';
import { deps, itIs, send } from '../support/mobility';
import { aTeacher, anAccount } from '../support/people';

const silent = { send: async () => {}, close: () => {} };
useDatabase();
useJobs(
	() => [
		...mailJobs(silent, new URL('https://carnet.example')),
		...notificationJobs({
			...{ sender: { send: async () => 'sent' }, origin: 'https://carnet.example' },
			log: { warn: () => {}, error: () => {} }
		} as never)
	],
	false
);
beforeEach(() => itIs('2026-11-10T10:00:00Z'));

const SCHOOL = '0519999A';
const route = 'nouvelle-caledonie-wallis';
const asks = (user: SessionUser, over: object = {}) =>
	send(user, askOpinion.kind, { id: randomUUID(), route, target: 'Nouméa', ...over });

const opinionIn = (result: Awaited<ReturnType<typeof send>>) => {
	const row = 'row' in result ? result.row : null;
	expect(row?.type).toBe(headOpinionEntity.type);
	return row!.body as unknown as HeadOpinion;
};

test('is asked of the school one works in, given once, and read by the person with its reason', async () => {
	const teacher = await aTeacher();
	const asked = opinionIn(await asks(teacher));
	expect(asked).toMatchObject({ askedAt: '2026-11-10T10:00:00.000Z', verdict: null });
	const head = await anAccount({ role: 'chef', uai: SCHOOL });
	const seen = (await opinionsAsked(head)).find(({ id }) => id === asked.id);
	expect(seen).toMatchObject({ target: 'Nouméa', route: 'Nouvelle-Calédonie, Wallis-et-Futuna' });

	const give = (verdict: HeadOpinion['verdict'], words: string, user = head) =>
		giveHeadOpinion({ user, id: asked.id, verdict: verdict!, words }, deps);
	expect(codeOf(await give('defavorable', ' court '))).toBe('mobility.opinion-unexplained');
	expect(codeOf(await give('reserve', 'Le poste resterait vacant.'))).toBe('ok');
	expect(codeOf(await give('favorable', ''))).toBe('mobility.opinion-given');

	const replayed = opinionIn(await asks(teacher, { id: asked.id }));
	expect(replayed).toMatchObject({ verdict: 'reserve', words: 'Le poste resterait vacant.' });
	expect((await inbox(teacher.id)).map(({ kind }) => kind)).toEqual(['status-changed']);
});

test('is nobody else’s to give: another school, another académie, another function', async () => {
	const asked = opinionIn(await asks(await aTeacher()));
	const others = [
		await anAccount({ role: 'chef', uai: '0519998Z' }),
		await anAccount({ role: 'gestionnaire', uai: SCHOOL }),
		await aTeacher()
	];
	for (const user of others) {
		const done = await giveHeadOpinion(
			{ user, id: asked.id, verdict: 'favorable', words: '' },
			deps
		);
		expect(codeOf(done)).toBe('http.not-found');
	}
	expect(await opinionsAsked(others[0]!)).toEqual([]);
});

test('is asked once at a time, only where the rules ask for it, by someone who has a school', async () => {
	const teacher = await aTeacher();
	await asks(teacher);
	expect(await asks(teacher)).toMatchObject({ code: 'mobility.opinion-awaited' });
	expect(await asks(teacher, { route: 'pop' })).toMatchObject({
		code: 'mobility.opinion-not-asked'
	});
	expect(await asks(await anAccount())).toMatchObject({ code: 'mobility.no-school' });
});

test('the file of a route keeps what each device wrote, and reaches nobody', async () => {
	const teacher = await aTeacher();
	const writes = (change: object) =>
		send(teacher, saveRouteFile.kind, { id: teacher.id, route, ...change });
	await writes({ target: 'Nouméa' });
	await writes({ step: { rank: 2, on: true } });
	const last = await writes({ notes: 'Relire la note de service.' });
	const body = 'row' in last ? last.row?.body : null;
	expect(body).toMatchObject({
		routes: { [route]: { target: 'Nouméa', done: [2], notes: 'Relire la note de service.' } }
	});
	const head = await anAccount({ role: 'chef', uai: SCHOOL });
	expect(JSON.stringify(await opinionsAsked(head))).not.toContain('note de service');
});
