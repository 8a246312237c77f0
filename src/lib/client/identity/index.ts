export type { LocalSession, NoSession } from './local-session';
export { openLocalSession, signOut } from './on-demand';
export { changePreferences, myPreferences, seeRecord } from './preferences';
