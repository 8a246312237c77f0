import type { Decision } from '$lib/core/mobility';
import { db } from '../db';

export const decisionsOf = (requestId: string) =>
	db()
		.selectFrom('mobility_decision')
		.select(['rule', 'verdict', 'reason', 'comment'])
		.select(['decided_by as decidedBy', 'checked_by as checkedBy'])
		.where('request_id', '=', requestId)
		.execute();

/** A decision changed is a decision to be looked at again. */
export async function saveDecision(
	requestId: string,
	decision: Decision,
	by: { readonly id: string; readonly at: Date }
): Promise<void> {
	const { rule, ...rest } = decision;
	const values = {
		...rest,
		...{ decided_by: by.id, decided_at: by.at, checked_by: null, checked_at: null }
	};
	await db()
		.insertInto('mobility_decision')
		.values({ request_id: requestId, rule, ...values })
		.onConflict((conflict) => conflict.columns(['request_id', 'rule']).doUpdateSet(values))
		.execute();
}

export async function markChecked(
	requestId: string,
	by: { readonly id: string; readonly at: Date }
): Promise<void> {
	await db()
		.updateTable('mobility_decision')
		.set({ checked_by: by.id, checked_at: by.at })
		.where('request_id', '=', requestId)
		.where('verdict', '=', 'refusee')
		.execute();
}
