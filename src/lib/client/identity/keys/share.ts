/** The server's half of what opens this phone. */
import { fail, ok, type Result } from '$lib/core/shared';
import type { DeviceShare, UnlockAnswer } from '$lib/core/sync';
import { fetchJson, type HttpFailure } from '../../http';

const addressOf = (device: string) => `/api/v1/sync/appareils/${device}/part`;

const asUnlock = (answer: Result<unknown, HttpFailure>): Result<UnlockAnswer, HttpFailure> => {
	if (!answer.ok) return answer;
	const value = answer.value as UnlockAnswer;
	return 'outcome' in value ? ok(value) : fail({ kind: 'unreachable' });
};

export const keepShare = (device: string, body: DeviceShare) =>
	fetchJson(fetch, addressOf(device), { method: 'PUT', body });

export const readShare = async (device: string, timeoutMs?: number) =>
	asUnlock(await fetchJson(fetch, addressOf(device), timeoutMs ? { timeoutMs } : {}));

export const unlockShare = async (device: string, verifier: string) =>
	asUnlock(await fetchJson(fetch, addressOf(device), { method: 'POST', body: { verifier } }));

export const forgetShare = (device: string) =>
	fetchJson(fetch, addressOf(device), { method: 'DELETE', timeoutMs: 3000 });

/** Asked without a session: was this device taken off the list from another one? */
export async function isRevoked(device: string): Promise<boolean> {
	const answer = await fetchJson(fetch, `/api/v1/sync/appareils/${device}`);
	return answer.ok && (answer.value as { revoked?: unknown }).revoked === true;
}
