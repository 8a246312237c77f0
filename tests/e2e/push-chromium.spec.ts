/**
 * Whatever a push holds, something is shown: browsers take the permission back from those that stay
 * silent. Chromium has no push service here, so messages are handed to its worker directly.
 */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';

const variants: readonly (readonly [name: string, data: string, title: string])[] = [
	['empty', '', 'Carnet'],
	['malformed', '{"web_push":', 'Carnet'],
	['not ours', '"bonjour"', 'Carnet'],
	['4 kB', JSON.stringify({ notification: { title: 'x'.repeat(4000) } }), 'x'.repeat(500)],
	[
		'ours',
		JSON.stringify({
			web_push: 8030,
			notification: { title: 'Mouvement', body: 'À lire', tag: 'c1', navigate: '/messages' }
		}),
		'Mouvement'
	]
];

async function registrationOf(cdp: CDPSession): Promise<string> {
	const seen = new Promise<string>((resolve) =>
		cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [first] = registrations;
			if (first) resolve(first.registrationId);
		})
	);
	await cdp.send('ServiceWorker.enable');
	return seen;
}

const shown = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		return (await registration.getNotifications()).map(({ title }) => title);
	});

const clear = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		for (const notification of await registration.getNotifications()) notification.close();
	});

test('every push is shown, even empty, malformed, too long, or in a window that has the focus', async ({
	page,
	context,
	server
}) => {
	await context.grantPermissions(['notifications'], { origin: server.origin });
	await page.goto('/aide');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	const cdp = await context.newCDPSession(page);
	const registrationId = await registrationOf(cdp);
	for (const focused of [true, false]) {
		if (!focused) await (await context.newPage()).bringToFront();
		for (const [name, data, title] of variants) {
			await cdp.send('ServiceWorker.deliverPushMessage', {
				...{ origin: server.origin, registrationId, data }
			});
			await expect.poll(() => shown(page), { message: name }).toEqual([title]);
			await clear(page);
			// The next one bears the same tag: it would be closed in the place of this one.
			await expect.poll(() => shown(page), { message: `${name}, closed` }).toEqual([]);
		}
	}
});
