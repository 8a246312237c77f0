/**
 * What Lucia needs from the database. Two things it does not do by itself are done here:
 * only the SHA-256 of a session's value is kept, so that a stolen backup opens nothing; and the
 * lifetime is decided in SQL from the bounds written at sign-in, because Lucia alone renews for ever.
 */
import { db, prepared } from '../db';
import { sql } from 'kysely';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { createHash } from 'node:crypto';

export const sessionHash = (id: string) => createHash('sha256').update(id).digest('hex');

/** A row seen a moment ago gains nothing from one more write. */
const isRenewalDue = sql<boolean>`last_seen_at < now() - make_interval(secs => least(idle_seconds / 10, 300))`;

/** What Lucia is told, so that it asks for a renewal only when one is due. */
const expiryForLucia = sql<Date>`
	case when ${isRenewalDue} then expires_at else expires_at + interval '400 days' end`;

async function getSessionAndUser(
	id: string
): Promise<[DatabaseSession | null, DatabaseUser | null]> {
	const row = await db()
		.selectFrom('session as s')
		.modifyFront(prepared)
		.innerJoin('account as a', 'a.id', 's.account_id')
		.select(['s.account_id', 's.device', 's.factor', 's.verified_at'])
		.select(expiryForLucia.as('expires_at'))
		.select(['a.role', 'a.academie_code', 'a.agent_id', 'a.uai', 'a.departement'])
		.select(['a.first_name', 'a.last_name'])
		.where('s.id_hash', '=', sessionHash(id))
		.where(sql<boolean>`s.expires_at > now()`)
		.where('a.disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return [null, null];
	return [
		{
			id,
			userId: row.account_id,
			expiresAt: row.expires_at,
			attributes: { device: row.device, factor: row.factor, verified_at: row.verified_at }
		},
		{
			id: row.account_id,
			attributes: {
				role: row.role,
				academie: row.academie_code,
				agentId: row.agent_id,
				uai: row.uai,
				departement: row.departement,
				firstName: row.first_name,
				lastName: row.last_name
			}
		}
	];
}

async function setSession(session: DatabaseSession): Promise<void> {
	const { idle_seconds, absolute_seconds, device, factor, verified_at } = session.attributes;
	if (idle_seconds === undefined || absolute_seconds === undefined) {
		throw new Error('a session is created with its bounds');
	}
	await db()
		.insertInto('session')
		.values({
			id_hash: sessionHash(session.id),
			account_id: session.userId,
			expires_at: sql`now() + make_interval(secs => ${idle_seconds})`,
			ends_at: sql`now() + make_interval(secs => ${absolute_seconds})`,
			idle_seconds,
			device,
			factor,
			verified_at
		})
		.execute();
}

/** Lucia's own date is ignored: the row's bounds decide. */
async function updateSessionExpiration(id: string): Promise<void> {
	await db()
		.updateTable('session')
		.set({
			expires_at: sql`least(now() + make_interval(secs => idle_seconds), ends_at)`,
			last_seen_at: sql`now()`
		})
		.where('id_hash', '=', sessionHash(id))
		.where(isRenewalDue)
		.execute();
}

export const luciaAdapter: Adapter = {
	getSessionAndUser,
	setSession,
	updateSessionExpiration,
	getUserSessions: () => {
		throw new Error('the values of sessions are not kept: list devices from the table');
	},
	deleteSession: async (id) => {
		await db().deleteFrom('session').where('id_hash', '=', sessionHash(id)).execute();
	},
	deleteUserSessions: async (accountId) => {
		await db().deleteFrom('session').where('account_id', '=', accountId).execute();
	},
	deleteExpiredSessions: async () => {
		await db()
			.deleteFrom('session')
			.where('expires_at', '<=', sql<Date>`now()`)
			.execute();
	}
};
