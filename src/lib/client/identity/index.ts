export type { LocalSession, NoSession, Phone } from './local-session';
export type { Choice } from './protect';
export type { LockedPhone } from './unlock';
export {
	lockedPhone,
	openLocalSession,
	passkeys,
	protectWith,
	signOut,
	signOutWhenIdle,
	unlockWithCode,
	unlockWithPasskey
} from './on-demand';
export { changePreferences, myPreferences, seeRecord } from './preferences';
