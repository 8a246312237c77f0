/** Publishing every result of a campaign at once: rows, history, streams and inboxes. */
import { sql } from 'kysely';
import { db } from '$lib/server/db';
import { preparePublication, publishResults, type StoredCampaign } from '$lib/server/mobility';
import type { SessionUser } from '$lib/core/identity';
import { accounts, deps } from './people';

async function manager(): Promise<SessionUser> {
	const [id] = await accounts(1, 'gestionnaire');
	const row = await sql<{ academie: string }>`
		select academie_code as academie from account where id = ${id}`.execute(db());
	const { academie } = row.rows[0]!;
	return {
		...{ id: id!, role: 'gestionnaire', academie, agentId: null, uai: null, departement: null },
		...{ firstName: 'Nadia', lastName: 'Ferrière' }
	};
}

export interface Published {
	readonly prepareSeconds: number;
	readonly publishSeconds: number;
	readonly results: number;
	readonly inboxes: number;
}

export async function publish(campaign: StoredCampaign, count: number): Promise<Published> {
	const people = await accounts(count);
	const { rows } = await sql<{ number: number }>`
		insert into mobility_request (id, campaign_id, account_id, first_name, last_name, academie_code,
			state, reached_at, answers, voeux)
		select gen_random_uuid(), ${campaign.id}::uuid, id, 'Anne', 'Sorel', ${campaign.academie},
			'commission', now(), '{}', '["Rennes", "Lyon"]'
		from unnest(${people}::uuid[]) as person (id) returning number`.execute(db());
	const lines = rows.map(({ number }, i) => {
		const written = `M-${String(number).padStart(6, '0')}`;
		return i % 3 === 0 ? `${written};non-satisfait;` : `${written};obtenu;Rennes`;
	});
	const text = ['Numéro;Résultat;Lieu', ...lines].join('\r\n');
	let started = performance.now();
	const prepared = await preparePublication(
		{ user: await manager(), campaign: campaign.id, text },
		deps
	);
	if (!prepared.ok) throw new Error(prepared.error.code);
	const prepareSeconds = (performance.now() - started) / 1000;
	const second = await manager();
	started = performance.now();
	const done = await publishResults({ user: second, id: prepared.value }, deps);
	if (!done.ok) throw new Error(done.error.code);
	const publishSeconds = (performance.now() - started) / 1000;
	const told = await sql<{ inboxes: number }>`
		select count(*) as inboxes from notification where kind = 'result-published'`.execute(db());
	return {
		...{ prepareSeconds, publishSeconds, results: done.value },
		inboxes: Number(told.rows[0]!.inboxes)
	};
}
