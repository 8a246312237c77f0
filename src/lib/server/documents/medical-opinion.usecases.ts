import type { MedicalOutcome } from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';
import { accountBrief } from '../identity';
import type { DocumentsDeps } from './documents-deps';

/** What an opinion is about when the pieces were deposited outside a campaign. */
export const OUTSIDE_CAMPAIGN = 'hors-campagne';

/** The médecin-conseil's opinion on a person of their académie; a later one takes its place. */
export async function giveOpinion(
	command: { user: SessionUser; accountId: string; filing?: string; outcome: MedicalOutcome },
	deps: DocumentsDeps
): Promise<Result<null>> {
	const { user, accountId, filing = OUTSIDE_CAMPAIGN, outcome } = command;
	const person = await accountBrief(accountId);
	if (user.role !== 'medecin' || person?.academie !== user.academie) {
		return fail(appError('documents.not-found', 'not-found'));
	}
	const opinion = { outcome, decided_by: user.id, decided_at: deps.clock.now() };
	await db()
		.insertInto('medical_opinion')
		.values({ id: deps.newId(), account_id: accountId, filing, ...opinion })
		.onConflict((conflict) => conflict.columns(['account_id', 'filing']).doUpdateSet(opinion))
		.execute();
	return ok(null);
}

export interface KnownOpinion {
	readonly accountId: string;
	readonly filing: string;
	readonly outcome: MedicalOutcome;
	readonly decidedAt: Date;
}

/** What the gestion may know of the medical files of these persons. */
export const opinionsOf = (accountIds: readonly string[]): Promise<KnownOpinion[]> =>
	db()
		.selectFrom('medical_opinion')
		.select(['account_id as accountId', 'filing', 'outcome', 'decided_at as decidedAt'])
		.where('account_id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
		.orderBy('decided_at', 'desc')
		.execute();
