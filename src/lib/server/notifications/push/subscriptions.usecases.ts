import { appError, fail, ok, type Clock, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { isPushEndpoint } from './endpoint';
import { keepLatest, pushKeys, upsertSubscription } from './subscriptions.repository';
import * as v from 'valibot';

export const DEVICES = 10;

const base64url = (length: number) =>
	v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.length(length));

export const subscriptionSchema = v.object({
	endpoint: v.pipe(v.string(), v.maxLength(1000)),
	/** A point of the P-256 curve, and 16 random bytes. */
	keys: v.object({ p256dh: base64url(87), auth: base64url(22) }),
	/** The public key under which the browser subscribed. */
	publicKey: base64url(87)
});

/** Keeps a browser's subscription; called again at each start, which confirms it. */
export async function subscribe(
	command: {
		accountId: string;
		subscription: v.InferOutput<typeof subscriptionSchema>;
	},
	deps: { clock: Clock; testOrigins: readonly string[] }
): Promise<Result<null>> {
	const { accountId, subscription } = command;
	const { endpoint, keys, publicKey } = subscription;
	if (!isPushEndpoint(endpoint, deps.testOrigins))
		return fail(appError('notifications.unknown-push-service', 'validation'));
	return unitOfWork(async () => {
		const current = await pushKeys();
		if (publicKey !== current.publicKey)
			return fail(appError('notifications.old-push-key', 'conflict'));
		await upsertSubscription({
			...{ accountId, keyId: current.id, endpoint },
			...keys,
			at: deps.clock.now()
		});
		await keepLatest(accountId, DEVICES);
		return ok(null);
	});
}
