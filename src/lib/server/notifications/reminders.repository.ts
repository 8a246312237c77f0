import { db } from '../db';

/** Where the last look ended, now moved; null when another instance has already looked this far. */
export async function moveReminderClock(until: Date): Promise<Date | null> {
	const last = await db()
		.selectFrom('reminder_clock')
		.select('reminded_until as after')
		.forUpdate()
		.executeTakeFirstOrThrow();
	if (last.after >= until) return null;
	await db().updateTable('reminder_clock').set({ reminded_until: until }).execute();
	return last.after;
}
