/**
 * Leaving this phone. Invariant: whatever the network does, nothing of the person can be read here
 * afterwards. The local data goes first, then the server ends the session; when it cannot be reached,
 * a cookie asks it to at the next request. The private notebook of the phone is nobody's session: held
 * in memory while the browser clears its storage, and written back.
 */
import { IDLE_SIGN_OUT_SECONDS, LEAVING_COOKIE, personIn } from '$lib/core/identity';
import { wipeCaches } from '../db';
import { holdNotebook } from '../notebook';
import { device } from './device';
import { whenIdle } from './idle';
import { forgetShare } from './keys/share';
import { forgetEverything } from './local-session';

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

const nameOfThisPhone = async (): Promise<string | undefined> => {
	const id = personIn(document.cookie);
	return id === null ? undefined : (await device.people.get(id).catch(() => undefined))?.device;
};

export async function signOut(): Promise<void> {
	await Promise.race([endPush().catch(() => {}), new Promise((done) => setTimeout(done, 3000))]);
	const putBackNotebook = await holdNotebook();
	const phone = await nameOfThisPhone();
	await forgetEverything();
	// What the disk may still hold of it cannot be opened any more, by anyone.
	if (phone) await forgetShare(phone);
	const ended = await endServerSession();
	await putBackNotebook();
	if (ended) await wipeCaches();
	else document.cookie = `${LEAVING_COOKIE}=1; ${attributes}; max-age=34560000`;
}

/** On a device that others use. @returns what ends the watch */
export function signOutWhenIdle(): () => void {
	const onIdle = () => void signOut().then(() => location.assign('/'));
	return whenIdle({ seconds: IDLE_SIGN_OUT_SECONDS, onIdle }).stop;
}
