/**
 * Notifications. Invariant: every push shows something, even empty, malformed or while the
 * application is open: a browser that sees silent pushes takes the permission back. A click leads to
 * our own pages only.
 */
/// <reference lib="webworker" />

export interface Shown {
	readonly title: string;
	readonly body: string;
	readonly tag: string;
	/** Path inside the application. */
	readonly path: string;
	readonly badge: number | null;
}

const fallback: Shown = {
	title: 'Carnet',
	body: 'Une nouvelle vous attend.',
	tag: 'carnet',
	path: '/messages',
	badge: null
};

const textOr = (value: unknown, otherwise: string): string =>
	typeof value === 'string' && value !== '' ? value.slice(0, 500) : otherwise;

function pathOf(navigate: unknown, origin: string): string {
	if (typeof navigate !== 'string' || !URL.canParse(navigate, origin)) return fallback.path;
	const url = new URL(navigate, origin);
	return url.origin === origin ? url.pathname + url.search : fallback.path;
}

/** What a message shows, whatever it holds. */
export function shownBy(text: string | null, origin: string): Shown {
	let payload: unknown;
	try {
		payload = JSON.parse(text ?? '');
	} catch {
		return fallback;
	}
	const { notification, app_badge: badge } = (payload ?? {}) as {
		notification?: Record<string, unknown> | null;
		app_badge?: unknown;
	};
	const given = typeof notification === 'object' && notification !== null ? notification : {};
	return {
		title: textOr(given['title'], fallback.title),
		body: textOr(given['body'], fallback.body),
		tag: textOr(given['tag'], fallback.tag),
		path: pathOf(given['navigate'], origin),
		badge: Number.isInteger(badge) ? (badge as number) : null
	};
}

async function show(worker: ServiceWorkerGlobalScope, text: string | null): Promise<void> {
	const { title, body, tag, path, badge } = shownBy(text, worker.location.origin);
	await worker.registration.showNotification(title, {
		...{ body, tag, lang: 'fr', dir: 'ltr', data: { path } },
		icon: '/icons/apple-touch-icon.png'
	});
	// The badge is a bonus where it exists; open pages are told, so that they exchange at once.
	await worker.navigator.setAppBadge?.(badge ?? undefined).catch(() => {});
	const pages = await worker.clients.matchAll({ type: 'window' });
	for (const page of pages) page.postMessage({ type: 'push' });
}

async function open(worker: ServiceWorkerGlobalScope, path: string): Promise<void> {
	const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const page = pages.find(({ focused }) => focused) ?? pages[0];
	if (!page) return void (await worker.clients.openWindow(path));
	const focused = await page.focus();
	await focused.navigate(path).catch(() => worker.clients.openWindow(path));
}

export function listenToPushes(worker: ServiceWorkerGlobalScope): void {
	worker.addEventListener('push', (event) =>
		event.waitUntil(show(worker, event.data?.text() ?? null))
	);
	worker.addEventListener('notificationclick', (event) => {
		event.notification.close();
		const { path } = event.notification.data as { path: string };
		event.waitUntil(open(worker, path));
	});
}
