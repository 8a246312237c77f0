/** The identity providers of the running application, made once. */
import { app } from './app';
import { ssoProviders, type SsoDeps, type SsoProviders } from './identity/sso';

let providers: SsoProviders | undefined;

export async function ssoDeps(): Promise<SsoDeps> {
	const { clock, newId, env, log } = await app();
	providers ??= ssoProviders(env.sso);
	return { clock, newId, log, origin: env.origin, providers };
}
