import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { db } from '../../db';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export interface Attempt {
	readonly provider: string;
	readonly state: string;
	readonly kept: Readonly<Record<string, string>>;
	readonly nextPage: string | null;
	readonly linkTo: string | null;
}

export async function insertAttempt(
	token: string,
	attempt: Attempt,
	expiresAt: Date
): Promise<void> {
	await db()
		.insertInto('sso_attempt')
		.values({
			token_hash: hashOf(token),
			provider: attempt.provider,
			state: attempt.state,
			kept: JSON.stringify(attempt.kept),
			next_page: attempt.nextPage,
			link_account_id: attempt.linkTo,
			expires_at: expiresAt
		})
		.execute();
}

/** Takes the attempt: whatever comes of it, it cannot serve again. */
export async function takeAttempt(token: string, now: Date): Promise<Attempt | null> {
	const row = await db()
		.deleteFrom('sso_attempt')
		.where('token_hash', '=', hashOf(token))
		.returningAll()
		.executeTakeFirst();
	if (!row || row.expires_at <= now) return null;
	const { provider, state, next_page: nextPage, link_account_id: linkTo } = row;
	return { provider, state, nextPage, linkTo, kept: row.kept as Attempt['kept'] };
}

export async function deleteExpiredAttempts(now: Date): Promise<void> {
	await db().deleteFrom('sso_attempt').where('expires_at', '<=', now).execute();
}

const open = () =>
	db()
		.selectFrom('account')
		.select(['account.id', 'account.role'])
		.where('disabled_at', 'is', null);

export const findLinkedAccount = (issuer: string, subject: string) =>
	open()
		.innerJoin('sso_link', 'sso_link.account_id', 'account.id')
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.executeTakeFirst();

/** Whoever holds this link, even on a closed account. */
export const findLinkOwner = (issuer: string, subject: string) =>
	db()
		.selectFrom('sso_link')
		.select('account_id')
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.executeTakeFirst();

/** The open account of this academic address, unless it already has someone else at that provider. */
export const findAccountToLink = (email: string, issuer: string) =>
	open()
		.where('account.email', '=', email.toLowerCase())
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('sso_link')
						.select(sql`1`.as('one'))
						.whereRef('sso_link.account_id', '=', 'account.id')
						.where('sso_link.issuer', '=', issuer)
				)
			)
		)
		.executeTakeFirst();

export const findOpenAccount = (id: string) =>
	open().where('account.id', '=', id).executeTakeFirst();

export async function insertLink(issuer: string, subject: string, accountId: string) {
	await db().insertInto('sso_link').values({ issuer, subject, account_id: accountId }).execute();
}
