export {
	openLocalSession,
	closeLocalSession,
	type LocalSession,
	type NoSession
} from './local-session';
export { changePreferences, myPreferences, seeRecord } from './preferences';
export { signOut } from './sign-out';
