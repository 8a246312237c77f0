import type { OpenCampaign, WrittenWindows } from '$lib/core/mobility';
import { sql } from 'kysely';
import { db, prepared } from '../db';

const columns = ['id', 'academie_code', 'template', 'rules_of', 'label', 'windows'] as const;

interface CampaignRow {
	id: string;
	academie_code: string;
	template: string;
	rules_of: string;
	label: string;
	windows: WrittenWindows;
}

export interface StoredCampaign extends OpenCampaign {
	readonly academie: string;
}

const toCampaign = ({ academie_code, rules_of, ...rest }: CampaignRow): StoredCampaign => ({
	...rest,
	academie: academie_code,
	rulesOf: rules_of
});

export async function findCampaign(id: string): Promise<StoredCampaign | null> {
	const query = db().selectFrom('mobility_campaign').modifyFront(prepared).select(columns);
	const row = await query.where('id', '=', id).executeTakeFirst();
	return row ? toCampaign(row) : null;
}

/** Latest first. */
export async function campaignsOfAcademie(academie: string): Promise<StoredCampaign[]> {
	const rows = await db()
		.selectFrom('mobility_campaign')
		.select(columns)
		.where('academie_code', '=', academie)
		.orderBy('opened_at', 'desc')
		.execute();
	return rows.map(toCampaign);
}

export interface NewCampaign extends StoredCampaign {
	readonly openedBy: string | null;
	readonly openedAt: Date;
	readonly rev: number;
}

/** False when this académie has already opened this campaign. */
export async function insertCampaign(campaign: NewCampaign): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db()
		.insertInto('mobility_campaign')
		.values({
			id: campaign.id,
			academie_code: campaign.academie,
			template: campaign.template,
			rules_of: campaign.rulesOf,
			label: campaign.label,
			windows: JSON.stringify(campaign.windows),
			opened_by: campaign.openedBy,
			opened_at: campaign.openedAt,
			rev: campaign.rev
		})
		.onConflict((conflict) => conflict.columns(['academie_code', 'template']).doNothing())
		.executeTakeFirst();
	return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateWindows(
	id: string,
	windows: WrittenWindows,
	rev: number
): Promise<void> {
	const values = { windows: JSON.stringify(windows), rev };
	await db().updateTable('mobility_campaign').set(values).where('id', '=', id).execute();
}

/** Campaigns as the phones of an académie receive them. */
export const campaignRows = (academie: string) => sql`
	select c.id::text as id, c.rev, jsonb_build_object('id', c.id, 'template', c.template,
		'rulesOf', c.rules_of, 'label', c.label, 'windows', c.windows) as body
	from mobility_campaign c where c.academie_code = ${academie}`;
