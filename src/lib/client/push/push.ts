/**
 * Being told on this device. Asked for by a tap of the person and by nothing else; confirmed to the
 * server at each start, because a browser may change or lose its subscription without a word.
 */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { LocalDatabase } from '../db';
import { fetchJson } from '../http';
import { installation } from '../sw';
import { currentSubscription, isPushSupported, subscribeUnder } from './browser';

const URL = '/api/v1/push-subscriptions';

export type PushState =
	| 'on'
	| 'off'
	/** iOS: only an application of the home screen may be told. */
	| 'install-first'
	/** The person has refused in the browser, which alone can undo it. */
	| 'blocked'
	| 'unsupported';

export async function pushState(db: LocalDatabase): Promise<PushState> {
	if (installation.state === 'by-hand') return 'install-first';
	if (!isPushSupported()) return 'unsupported';
	if (Notification.permission === 'denied') return 'blocked';
	return Notification.permission === 'granted' && (await db.read('push')) ? 'on' : 'off';
}

async function subscribeHere(): Promise<Result<null>> {
	const key = await fetchJson(fetch, URL);
	if (!key.ok) return fail(appError('notifications.server-unreachable', 'unavailable'));
	const { publicKey } = key.value as { publicKey: string };
	const subscription = await subscribeUnder(publicKey).catch(() => null);
	if (!subscription) return fail(appError('notifications.browser-refused', 'unavailable'));
	const { endpoint, keys } = subscription.toJSON();
	const body = { endpoint, keys, publicKey };
	const kept = await fetchJson(fetch, URL, { method: 'PUT', body });
	if (kept.ok) return ok(null);
	const known = kept.error.kind === 'refused' && kept.error.code.startsWith('notifications.');
	const code = known ? (kept.error as { code: `${string}.${string}` }).code : null;
	return fail(appError(code ?? 'notifications.server-unreachable', 'unavailable'));
}

/** To be called by the person's tap: the browser asks them at once. */
export async function turnPushOn(db: LocalDatabase): Promise<Result<null>> {
	const permission = await Notification.requestPermission();
	if (permission !== 'granted') return fail(appError('notifications.not-permitted', 'forbidden'));
	const done = await subscribeHere();
	if (done.ok) await db.write('push', true);
	return done;
}

export async function turnPushOff(db: LocalDatabase): Promise<void> {
	await db.write('push', false);
	const subscription = await currentSubscription();
	if (!subscription) return;
	const { endpoint } = subscription;
	await subscription.unsubscribe();
	// Unreachable, the server learns it from the push service at its next message.
	await fetchJson(fetch, URL, { method: 'DELETE', body: { endpoint } });
}

/** Has the server tell the person something now, on all their devices. */
export async function tryPush(): Promise<Result<null>> {
	const asked = await fetchJson(fetch, `${URL}/essai`, { method: 'POST' });
	return asked.ok ? ok(null) : fail(appError('notifications.server-unreachable', 'unavailable'));
}

/** At each start, for those who have asked for it here. */
export async function confirmPush(db: LocalDatabase): Promise<void> {
	if ((await pushState(db)) === 'on') await subscribeHere();
}
