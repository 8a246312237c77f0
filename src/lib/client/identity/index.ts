export type { LocalSession, NoSession } from './local-session';
export { openLocalSession, passkeys, signOut } from './on-demand';
export { changePreferences, myPreferences, seeRecord } from './preferences';
