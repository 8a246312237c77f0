/**
 * Leaving this phone. Invariant: whatever the network does, nothing of the person can be read here
 * afterwards. The local data goes first, then the server ends the session; when it cannot be reached,
 * a cookie asks it to at the next request. The private notebook of the phone is nobody's session: held
 * in memory while the browser clears its storage, and written back.
 */
import { LEAVING_COOKIE, PERSON_COOKIE } from '$lib/core/identity';
import { wipeCaches, wipeDevice } from '../db';
import { holdNotebook } from '../notebook';
import { closeLocalSession, device } from './local-session';

const attributes = 'path=/; secure; samesite=lax';

async function endServerSession(): Promise<boolean> {
	try {
		const response = await fetch('/api/v1/session/sortie', {
			...{ method: 'POST', redirect: 'error', cache: 'no-store' },
			signal: AbortSignal.timeout(10_000)
		});
		// Without a session there is nothing left to end.
		return response.ok || response.status === 401;
	} catch {
		return false;
	}
}

/** The next person of this phone must not be told what was for this one. */
async function endPush(): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration();
	const subscription = await registration?.pushManager?.getSubscription();
	await subscription?.unsubscribe();
}

export async function signOut(): Promise<void> {
	await Promise.race([endPush().catch(() => {}), new Promise((done) => setTimeout(done, 3000))]);
	const putBackNotebook = await holdNotebook();
	document.cookie = `${PERSON_COOKIE}=; ${attributes}; max-age=0`;
	await closeLocalSession();
	await wipeDevice(device);
	const ended = await endServerSession();
	await putBackNotebook();
	if (ended) await wipeCaches();
	else document.cookie = `${LEAVING_COOKIE}=1; ${attributes}; max-age=34560000`;
}
