/** The same published cases through the open API: hooks, guard and route as the server chains them. */
import { guard, openApi } from '$lib/server/http';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import * as route from '../../src/routes/api/v1/simulations/[question]/+server';
import { careerCases, disagreements } from './career-cases';

let clients = 0;

async function post(question: string, body: string, headers: Record<string, string> = {}) {
	const url = new URL(`http://localhost/api/v1/simulations/${question}`);
	const request = new Request(url, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'content-length': String(new TextEncoder().encode(body).length),
			origin: 'https://ailleurs.example',
			...headers
		},
		body
	});
	const client = `2001:db8:${(++clients).toString(16)}::1`;
	const event = {
		url,
		request,
		params: { question },
		route: { id: '/api/v1/simulations/[question]' },
		getClientAddress: () => client,
		locals: { user: null, requestId: 'r1', log: { error: () => {} } }
	} as unknown as RequestEvent;
	const answered = async (asked: RequestEvent) => route.POST(asked as never);
	const response = await openApi({
		event,
		resolve: async (asked) => guard({ event: asked, resolve: answered })
	});
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	expect(response.headers.get('set-cookie')).toBeNull();
	return { status: response.status, body: await response.json() };
}

test.each(careerCases)('$id over HTTP', async ({ question, input, expect: published }) => {
	const { status, body } = await post(question, JSON.stringify(input));
	expect(body.error).toBeUndefined();
	expect(status).toBe(200);
	expect(disagreements(body, published)).toEqual([]);
	expect(body.avertissement).toContain('non prescriptive');
});

test('an unknown question, a body over 64 KiB, a text body', async () => {
	expect((await post('horoscope', '{}')).status).toBe(404);
	const large = JSON.stringify({ naissance: 'x'.repeat(70_000) });
	expect((await post('retraite', large)).status).toBe(413);
	const text = await post('retraite', '{}', { 'content-type': 'text/plain' });
	expect(text.status).toBe(415);
});

const start = { corps: 'certifie', grade: 'classe-normale', echelon: 8, depuis: '2025-03-01' };
const refused: readonly [string, string, object, string, string][] = [
	[
		'an unknown field',
		'retraite',
		{ naissance: '1966-05-01', nom: 'X' },
		'simulation.invalid',
		'nom'
	],
	[
		'a day that does not exist',
		'retraite',
		{ naissance: '1966-02-30' },
		'simulation.invalid',
		'naissance'
	],
	[
		'a start before durations are known',
		'carriere',
		{ position: { ...start, depuis: '2016-01-01' }, au: '2017-01-01', jusquA: '2020-01-01' },
		'reference.unknown-at-date',
		''
	],
	[
		'a horizon beyond 50 years',
		'carriere',
		{ position: start, au: '2026-11-22', jusquA: '2076-11-23' },
		'simulation.invalid',
		'jusquA'
	],
	[
		'an échelon that does not exist',
		'carriere',
		{ position: { ...start, grade: 'hors-classe' }, au: '2026-11-22', jusquA: '2030-01-01' },
		'career.unknown-echelon',
		'position.echelon'
	],
	[
		'a promotion that is not open',
		'carriere',
		{
			position: start,
			au: '2026-11-22',
			jusquA: '2030-01-01',
			hypotheses: { promotions: [{ grade: 'hors-classe', le: '2027-09-01' }] }
		},
		'career.not-promotable',
		'hypotheses.promotions.0'
	],
	[
		'interruptions that overlap',
		'carriere',
		{
			position: start,
			au: '2026-11-22',
			jusquA: '2030-01-01',
			hypotheses: {
				interruptions: [
					{ du: '2027-01-01', au: '2027-06-01', compte: 0 },
					{ du: '2027-05-01', au: '2027-08-01', compte: 0 }
				]
			}
		},
		'simulation.invalid',
		'hypotheses.interruptions'
	],
	[
		'two bases of pay',
		'remuneration',
		{ indiceMajore: 500, brutMensuel: 2000, le: '2026-01-01' },
		'simulation.invalid',
		''
	],
	[
		'the ISAE of someone who is not a PE',
		'remuneration',
		{ position: start, le: '2026-01-01', indemnites: { isae: 1 } },
		'simulation.invalid',
		'indemnites.isae'
	],
	[
		'a row of the IEN table that was not found',
		'reclassement',
		{
			corps: 'certifie',
			depuis: { grade: 'hors-classe', echelon: 3, ancienneteMois: 3 },
			vers: { corps: 'ien' },
			le: '2026-09-01'
		},
		'reference.unknown',
		'depuis'
	],
	[
		'seniority said twice',
		'reclassement',
		{
			corps: 'certifie',
			depuis: { grade: 'classe-normale', echelon: 10, ancienneteMois: 3, depuisLe: '2026-01-01' },
			vers: { grade: 'hors-classe' },
			le: '2026-09-01'
		},
		'simulation.invalid',
		'depuis'
	]
];

test.each(refused)('%s is refused in French', async (_, question, input, code, path) => {
	const { status, body } = await post(question, JSON.stringify(input));
	expect(status).toBe(422);
	expect(body.error.code).toBe(code);
	expect(body.error.issues[0].path).toBe(path);
	expect(body.error.issues[0].message).toMatch(/^[A-ZÀ-Ý«].*\.$/);
	expect(body.error.issues[0].message).not.toMatch(/Invalid|Expected/);
});

test('what could change the result and was not said is named', async () => {
	const { body } = await post(
		'carriere',
		JSON.stringify({ position: start, au: '2026-11-22', jusquA: '2036-11-22' })
	);
	expect(body.manquants.map(({ path }: { path: string }) => path)).toContain(
		'hypotheses.bonifications.8'
	);
	const contractuel = await post(
		'carriere',
		JSON.stringify({
			position: { corps: 'contractuel', grade: 'categorie-1', echelon: 1, depuis: '2025-09-01' },
			au: '2026-11-22',
			jusquA: '2036-11-22'
		})
	);
	expect(contractuel.status).toBe(200);
	expect(contractuel.body.manquants[0].path).toBe('indiceMajore');
});

test('the unconfirmed reform is applied only when asked, and says its status', async () => {
	const five = { ...start, echelon: 5, depuis: '2025-01-01' };
	const ask = async (projetReforme: boolean) =>
		(
			await post(
				'carriere',
				JSON.stringify({
					position: five,
					au: '2026-11-22',
					jusquA: '2030-01-01',
					hypotheses: { projetReforme }
				})
			)
		).body;
	const law = await ask(false);
	const draft = await ask(true);
	expect(law.regles.statut).toBe('en-vigueur');
	expect(law.etapes[0]).toMatchObject({ echelon: 6, date: '2027-07-01', confiance: 'haute' });
	expect(draft.regles.statut).toBe('projet-non-confirme');
	expect(draft.etapes[0]).toMatchObject({ echelon: 6, date: '2027-01-01', confiance: 'basse' });
	expect(draft.etapes[0].pourquoi).toContain('Projet non confirmé');
});
