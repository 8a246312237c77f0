/**
 * The kill switch: what /service-worker.js says when WORKER_OFF=1. A phone whose worker is broken
 * fetches this at its next navigation; it gives up every cached file, unregisters itself and reloads
 * the open pages, which then come from the server. A person's own data, in their database, stays.
 */
const worker = /** @type {any} */ (self);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => {
	event.waitUntil(
		(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
			const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
			await worker.registration.unregister();
			await Promise.all(pages.map((/** @type {any} */ page) => page.navigate(page.url)));
		})()
	);
});
