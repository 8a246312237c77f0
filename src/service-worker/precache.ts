/** The only importer of Kit's `$service-worker`. */
import { build, files, prerendered, version } from '$service-worker';
import { setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** Screenshots for shops and documents of the site are not the application; a desk's reader is no phone's. */
const isNeeded = (path: string) =>
	!/^\/(captures|\.well-known)\/|^\/robots\.txt$|\/assets\/pdfjs\./.test(path);

export function precacheApplication(): void {
	setCacheNameDetails({ prefix: 'carnet' });
	precacheAndRoute(
		[
			// Named after their content, hence no revision.
			...build.filter(isNeeded).map((url) => ({ url, revision: null })),
			...files
				.filter(isNeeded)
				.map((url) => ({ url, revision: __STATIC_REVISIONS__[url] ?? version })),
			...prerendered.map((url) => ({ url, revision: version }))
		],
		{ cleanURLs: false, ignoreURLParametersMatching: [/^utm_/, /^source$/] }
	);
	cleanupOutdatedCaches();
}
