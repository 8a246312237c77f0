/** Requests, their receipts, the campaigns and publications they belong to. */
import { fileRequest } from '$lib/core/mobility';
import { db } from '$lib/server/db';
import { campaignsOfAcademie, openCampaign } from '$lib/server/mobility';
import { randomUUID } from 'node:crypto';
import { deposit, deps, send, windows } from '../support/mobility';
import type { Actor, Owner } from './world';

async function campaignOf(academie: string) {
	const existing = (await campaignsOfAcademie(academie))[0];
	if (existing) return existing;
	await openCampaign({ user: { id: null, academie }, template: 'inter-2027', windows }, deps);
	return (await campaignsOfAcademie(academie))[0]!;
}

export const aCampaign = async ({ user }: Owner) => ({ id: (await campaignOf(user.academie)).id });

/** A person has one request in a campaign: the same one each time. */
const requests = new Map<string, string>();

export async function aRequest({ user }: Owner): Promise<{ id: string }> {
	const known = requests.get(user.id);
	if (known) return { id: known };
	const id = randomUUID();
	const filed = await send(user, fileRequest.kind, deposit(await campaignOf(user.academie), id));
	if (filed.outcome !== 'applied') throw new Error(JSON.stringify(filed));
	requests.set(user.id, id);
	return { id };
}

export async function aReceipt(owner: Owner): Promise<{ id: string }> {
	const { id: request } = await aRequest(owner);
	return db()
		.selectFrom('mobility_filing')
		.select('id')
		.where('request_id', '=', request)
		.executeTakeFirstOrThrow();
}

export async function aPublication({ user }: Owner): Promise<{ id: string }> {
	const id = randomUUID();
	await db()
		.insertInto('mobility_publication')
		.values({
			...{ id, campaign_id: (await campaignOf(user.academie)).id },
			...{ prepared_by: user.id, prepared_at: new Date(), sha256: '0'.repeat(64) },
			...{ signed_by: null, published_at: null }
		})
		.execute();
	return { id };
}

/** The service of the académie: the policy has let in managers alone. */
export const ofTheAcademie = (_: string, actor: Actor, owner: Owner) =>
	actor.user?.academie === owner.user.academie;
