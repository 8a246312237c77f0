/** Teachers by the thousand, with an open session each, and the campaign they file in. */
import type { StoredCampaign } from '$lib/server/mobility';
import { campaignsOfAcademie, openCampaign } from '$lib/server/mobility';
import { db } from '$lib/server/db';
import { openSession } from '$lib/server/identity';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { anAcademie } from '../../tests/support/people';

const DAY = 24 * 3600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
export const deps = { clock: { now: () => new Date() }, newId: () => randomUUID() };

export async function anOpenCampaign(): Promise<StoredCampaign> {
	const academie = await anAcademie();
	const open = { from: inDays(-1), to: inDays(1) };
	const windows = {
		...{ saisie: open, confirmation: open, annulation: open },
		...{ contestation: { from: inDays(2), to: inDays(3) }, recours: open }
	};
	await openCampaign({ user: { id: null, academie }, template: 'inter-2027', windows }, deps);
	return (await campaignsOfAcademie(academie))[0]!;
}

export async function accounts(count: number, role = 'enseignant'): Promise<string[]> {
	const academie = await anAcademie();
	const { rows } = await sql<{ id: string }>`
		insert into account (id, academie_code, role, identifier, email, first_name, last_name)
		select id, ${academie}, ${role}, id::text, id::text || '@example.org', 'Anne', 'Sorel'
		from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) as people
		returning id`.execute(db());
	return rows.map(({ id }) => id);
}

export interface Teacher {
	readonly id: string;
	readonly session: string;
	readonly device: string;
}

export async function teachers(count: number): Promise<Teacher[]> {
	const people: Teacher[] = [];
	for (const id of await accounts(count)) {
		const proof = { factor: 'password', at: new Date(), device: 'Téléphone' } as const;
		const session = await openSession({ id, role: 'enseignant' }, proof);
		people.push({ id, session, device: randomUUID() });
	}
	return people;
}
