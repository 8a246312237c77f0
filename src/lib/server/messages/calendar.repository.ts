import { db } from '../db';

/** At most one per person. */
export async function replaceFeed(accountId: string, digest: string, at: Date): Promise<void> {
	const values = { secret_digest: digest, created_at: at };
	await db()
		.insertInto('calendar_feed')
		.values({ account_id: accountId, ...values })
		.onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
		.execute();
}

export async function deleteFeed(accountId: string): Promise<void> {
	await db().deleteFrom('calendar_feed').where('account_id', '=', accountId).execute();
}

export async function hasFeed(accountId: string): Promise<boolean> {
	const row = await db()
		.selectFrom('calendar_feed')
		.select('account_id')
		.where('account_id', '=', accountId)
		.executeTakeFirst();
	return row !== undefined;
}

export async function feedOwner(digest: string): Promise<string | null> {
	const row = await db()
		.selectFrom('calendar_feed as f')
		.innerJoin('account as a', 'a.id', 'f.account_id')
		.select('f.account_id as owner')
		.where('f.secret_digest', '=', digest)
		.where('a.disabled_at', 'is', null)
		.executeTakeFirst();
	return row?.owner ?? null;
}
