import { throttleRules, type ThrottleScope } from '$lib/core/identity';
import { sql } from 'kysely';
import { db } from '../db';

export interface Attempt {
	readonly scope: ThrottleScope;
	readonly key: string;
}

/**
 * Counts one failure before the proof is examined, so that tries sent together cannot all pass.
 * Returns null when the try may go on, else the end of the delay.
 */
export async function reserveAttempt(attempt: Attempt, now: Date): Promise<Date | null> {
	const rule = throttleRules[attempt.scope];
	const forgotten = sql`attempt_counter.last_at < ${now}::timestamptz - make_interval(secs => ${rule.forgetAfterSeconds}::float8)`;
	const failures = sql`case when ${forgotten} then 1 else attempt_counter.failures + 1 end`;
	const excess = sql`(${failures}) - ${rule.freeFailures}::integer`;
	const delay = sql`least(${rule.longestDelaySeconds}::float8, ${rule.firstDelaySeconds}::float8 * power(2::float8, least(${excess}, 20)))`;
	const passed = await sql`
		insert into attempt_counter (key, failures, last_at)
		values (${attempt.key}, 1, ${now})
		on conflict (key) do update set
			failures = ${failures},
			last_at = ${now},
			blocked_until = case when ${excess} >= 0
				then ${now}::timestamptz + make_interval(secs => ${delay}) end
		where attempt_counter.blocked_until is null or attempt_counter.blocked_until <= ${now}
		returning 1`.execute(db());
	if (passed.rows.length > 0) return null;
	const row = await db()
		.selectFrom('attempt_counter')
		.select('blocked_until')
		.where('key', '=', attempt.key)
		.executeTakeFirst();
	return row?.blocked_until ?? now;
}

/** The proof was right: this try does not count. */
export async function releaseAttempt(key: string): Promise<void> {
	await db()
		.updateTable('attempt_counter')
		.set({ failures: sql`greatest(0, failures - 1)`, blocked_until: null })
		.where('key', '=', key)
		.execute();
}

export async function forgetAttempts(key: string): Promise<void> {
	await db().deleteFrom('attempt_counter').where('key', '=', key).execute();
}

export async function forgetAttemptsBefore(date: Date): Promise<void> {
	await db().deleteFrom('attempt_counter').where('last_at', '<', date).execute();
}
