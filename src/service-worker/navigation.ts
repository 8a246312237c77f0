/**
 * Navigations answered by the shell: the pages of `(app)`, by an allowlist drawn from the routes
 * themselves. Sign-in, sign-out, the back office and all that may redirect go to the network.
 */
import { createHandlerBoundToURL } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

export function answerNavigations(): void {
	const allowlist = __APP_PATHS__.map((pattern) => new RegExp(pattern));
	registerRoute(new NavigationRoute(createHandlerBoundToURL('/coquille'), { allowlist }));
}
