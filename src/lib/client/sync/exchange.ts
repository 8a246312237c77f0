/** One complete exchange with the server: what waits goes first, then what is new comes. */
import { fail, ok, type Result } from '$lib/core/shared';
import type { LocalDatabase } from '../db';
import type { HttpFailure } from '../http';
import type { ExchangeOptions } from './exchange-options';
import { pullAll } from './pull';
import { pushAll } from './push';
import { forgetOldReceipts } from './settle';

const waits = async (db: LocalDatabase): Promise<boolean> =>
	(await db.outbox.where({ state: 'waiting' }).count()) > 0;

/** Gives the server's instant of the last answer. */
export async function exchange(options: ExchangeOptions): Promise<Result<string, HttpFailure>> {
	const { db } = options;
	const ready = await options.prepare?.();
	if (ready && !ready.ok) return ready;
	for (;;) {
		const pushed = await pushAll(options);
		const restored = !pushed.ok && isRefusal(pushed.error, 'sync.epoch-changed');
		if (!pushed.ok && !restored) return fail(pushed.error);
		const pulled = await pullAll(options);
		if (!pulled.ok) return pulled;
		// A restored backup put acknowledged writes back in the queue; others may just have been made.
		if (await waits(db)) continue;
		await forgetOldReceipts(db, pulled.value);
		return ok(pulled.value);
	}
}

const isRefusal = (failure: HttpFailure, code: string): boolean =>
	failure.kind === 'refused' && failure.code === code;
