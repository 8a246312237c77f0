/**
 * The phone's database and the exchange with the server weigh as much as a screen: they are fetched
 * beside it while the shell is already drawn, and kept with the rest for when there is no network.
 * What locks and unlocks is fetched by the screens that ask for it alone.
 */
import type { Result } from '$lib/core/shared';
import type { LocalSession, NoSession } from './local-session';
import type { Choice, Protected } from './protect';
import type { CodeRefusal, LockedPhone } from './unlock';

export const openLocalSession = async (): Promise<LocalSession | NoSession> =>
	(await import('./local-session')).openLocalSession();

export const signOut = async (): Promise<void> => (await import('./sign-out')).signOut();

export const signOutWhenIdle = async (): Promise<() => void> =>
	(await import('./sign-out')).signOutWhenIdle();

export const protectWith = async (
	session: LocalSession,
	choice: Choice
): Promise<Result<Protected>> => (await import('./protect')).protectWith(session, choice);

export const lockedPhone = async (): Promise<LockedPhone | null> =>
	(await import('./unlock')).lockedPhone();

export const unlockWithPasskey = async (): Promise<Result<null>> =>
	(await import('./unlock')).unlockWithPasskey();

export const unlockWithCode = async (code: string): Promise<Result<null, CodeRefusal>> =>
	(await import('./unlock')).unlockWithCode(code);

/** The ceremonies of passkeys, for the screens that offer one. */
export const passkeys = () => import('./passkeys');
