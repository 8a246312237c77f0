export {
	openLocalSession,
	closeLocalSession,
	type LocalSession,
	type NoSession
} from './local-session';
export { signOut } from './sign-out';
