import { pushPayload } from '$lib/core/notifications';
import { expect, test } from 'vitest';
import { listenToPushes, shownBy } from './push';

const origin = 'https://carnet.example';
const sent = JSON.stringify(
	pushPayload({
		rendered: { title: 'Mouvement 2028', body: 'À lire', path: '/messages/circulaires/c1' },
		sensitive: false,
		group: 'circulaire-c1',
		unread: 2,
		origin
	})
);

test('what the server sends is what is shown', () => {
	expect(shownBy(sent, origin)).toEqual({
		...{ title: 'Mouvement 2028', body: 'À lire', tag: 'circulaire-c1' },
		...{ path: '/messages/circulaires/c1', badge: 2 }
	});
});

test.each([
	['no data', null],
	['nothing', ''],
	['not JSON', '{'],
	['a number', '7'],
	['null', 'null'],
	['no notification', '{}'],
	['a notification that is not one', '{"notification":3,"app_badge":"many"}'],
	['wrong types', '{"notification":{"title":{},"body":[],"tag":1,"navigate":2}}']
])('%s still shows something', (_name, text) => {
	expect(shownBy(text, origin)).toMatchObject({ title: 'Carnet', path: '/messages', badge: null });
});

test('4 kB are cut, not refused', () => {
	const text = JSON.stringify({ notification: { title: 'x'.repeat(4000) } });
	expect(shownBy(text, origin).title).toHaveLength(500);
});

test.each(['https://evil.example/x', 'javascript:alert(1)', '//evil.example', 'data:text/html,x'])(
	'a click never leads to %s',
	(navigate) => {
		expect(shownBy(JSON.stringify({ notification: { navigate } }), origin).path).toBe('/messages');
	}
);

/** The worker's world, reduced to what the module touches. */
function aWorker(options: { focused?: boolean } = {}) {
	const listeners = new Map<string, (event: unknown) => void>();
	const shown: string[] = [];
	const told: unknown[] = [];
	const opened: string[] = [];
	const page = {
		focused: options.focused ?? false,
		postMessage: (message: unknown) => void told.push(message),
		focus: async () => page,
		navigate: async (path: string) => void opened.push(path)
	};
	const worker = {
		location: { origin },
		navigator: { setAppBadge: async () => {} },
		registration: { showNotification: async (title: string) => void shown.push(title) },
		clients: {
			matchAll: async () => (options.focused === undefined ? [] : [page]),
			openWindow: async (path: string) => void opened.push(path)
		},
		addEventListener: (name: string, listener: (event: unknown) => void) =>
			void listeners.set(name, listener)
	};
	listenToPushes(worker as unknown as ServiceWorkerGlobalScope);
	const fire = async (name: string, event: object) => {
		const work: Promise<unknown>[] = [];
		const waitUntil = (promise: Promise<unknown>) => void work.push(promise);
		listeners.get(name)!({ ...event, waitUntil });
		await Promise.all(work);
	};
	return { fire, shown, told, opened };
}

test('every push is shown, a focused page included, and open pages are told', async () => {
	const { fire, shown, told } = aWorker({ focused: true });
	await fire('push', { data: { text: () => sent } });
	await fire('push', { data: null });
	expect(shown).toEqual(['Mouvement 2028', 'Carnet']);
	expect(told).toEqual([{ type: 'push' }, { type: 'push' }]);
});

test.each([undefined, false, true])(
	'a click opens the page asked for (open page: %s)',
	async (focused) => {
		const { fire, opened } = aWorker(focused === undefined ? {} : { focused });
		const notification = { close: () => {}, data: { path: '/carriere' } };
		await fire('notificationclick', { notification });
		expect(opened).toEqual(['/carriere']);
	}
);
