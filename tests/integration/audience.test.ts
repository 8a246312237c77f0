/** Whom an audience reaches in the base is whom it concerns on a phone, criterion by criterion. */
import { concerns, type Audience, type Person } from '$lib/core/notifications';
import { db } from '$lib/server/db';
import { countConcerned, everyConcerned } from '$lib/server/messages';
import { concernedAfter } from '$lib/server/messages/audience.repository';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { anAcademie, anAccount, aSchool, aTeacher } from '../support/people';

useDatabase();

const people = new Map<string, Person>();

beforeAll(async () => {
	await anAcademie();
	await anAcademie('10', 'Lyon');
	await aSchool('0088888B', '19', '008');
	for (const corps of ['certifie', 'agrege']) {
		for (const discipline of ['L1900', null]) {
			for (const [uai, departement] of [
				['0519999A', '051'],
				['0088888B', '008']
			] as const) {
				const { id, agentId, role, academie } = await aTeacher();
				await sql`
					update agent set corps = ${corps}, discipline = ${discipline}, uai = ${uai}
					where id = ${agentId}::uuid`.execute(db());
				people.set(id, { academie, departement, corps, discipline, uai, role });
			}
		}
	}
	const none = { corps: null, discipline: null };
	const head = await anAccount({ role: 'chef', uai: '0519999A' });
	people.set(head.id, { ...head, ...none, departement: '051' });
	const far = await anAccount({ role: 'gestionnaire', academie: '10', departement: '069' });
	people.set(far.id, { ...far, ...none });
	const closed = await aTeacher();
	await sql`update account set disabled_at = now() where id = ${closed.id}::uuid`.execute(db());
});

const audiences: readonly Audience[] = [
	{},
	{ academies: ['19'] },
	{ academies: ['10'] },
	{ departements: ['008'] },
	{ corps: ['agrege'] },
	{ disciplines: ['L1900'] },
	{ establishments: ['0519999A'] },
	{ roles: ['chef', 'gestionnaire'] },
	{ academies: ['19'], departements: ['051'], corps: ['certifie'], roles: ['enseignant'] },
	{ corps: [] }
];

test.each(audiences.map((audience) => [JSON.stringify(audience), audience] as const))(
	'%s',
	async (_, audience) => {
		const expected = [...people].filter(([, person]) => concerns(audience, person));
		const ids = expected.map(([id]) => id).sort();
		expect((await everyConcerned(audience, null)).sort()).toEqual(ids);
		expect(await countConcerned(audience)).toBe(ids.length);
		const first = await concernedAfter(audience, { after: null, limit: 3 });
		const rest = await concernedAfter(audience, { after: first.at(-1) ?? null, limit: 100 });
		expect([...new Set([...first, ...rest])].sort()).toEqual(ids);
	}
);
