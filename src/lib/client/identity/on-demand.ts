/**
 * The phone's database and the exchange with the server weigh as much as a screen: they are fetched
 * beside it while the shell is already drawn, and kept with the rest for when there is no network.
 */
import type { LocalSession, NoSession } from './local-session';

export const openLocalSession = async (): Promise<LocalSession | NoSession> =>
	(await import('./local-session')).openLocalSession();

export const signOut = async (): Promise<void> => (await import('./sign-out')).signOut();

/** The ceremonies of passkeys, for the screens that offer one. */
export const passkeys = () => import('./passkeys');
