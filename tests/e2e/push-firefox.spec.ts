/**
 * The whole way, in a real browser: subscription, our server's queue and encryption, a push service,
 * the browser's own decryption, a notification on the screen, and a person's click on it.
 */
import { createServer, type AddressInfo } from 'node:net';
import { startAutopush } from '../support/autopush';
import { expect, startServer, test } from '../support/e2e';
import { startWholeFirefox } from '../support/whole-firefox';

const freePort = (): Promise<number> =>
	new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});

/** What Firefox draws outside its pages. */
const shownTexts = `
	return [...Services.wm.getEnumerator('alert:alert')].map((win) =>
		['alertTitleLabel', 'alertTextLabel'].map((id) => {
			const label = win.document.getElementById(id);
			return label?.value || label?.textContent || '';
		}).join(' | '));`;

const clickShown = `
	const [shown] = [...Services.wm.getEnumerator('alert:alert')];
	shown.document.getElementById('alertBox').click();`;

const button = (name: string) => `//button[normalize-space(.)='${name}']`;
const path = 'return location.pathname;';
const says = (text: string) => `return document.body.innerText.includes(${JSON.stringify(text)});`;

test('Firefox subscribes, shows what the server sends, and a click leads to the page', async () => {
	test.setTimeout(180_000);
	const autopush = await startAutopush();
	const server = await startServer({ env: autopush.env });
	const browser = await startWholeFirefox(await freePort(), {
		...autopush.preferences,
		'permissions.default.desktop-notification': 1,
		// Firefox draws its notifications itself, where the test can see and press them.
		'alerts.useSystemBackend': false
	});
	const soon = { timeout: 30_000 };
	try {
		await browser.goTo(`${server.origin}/connexion`);
		await browser.press(button('Enseignante'));
		await expect.poll(() => browser.inPage(path), soon).toBe('/accueil');
		await browser.goTo(`${server.origin}/messages/reglages`);
		await browser.press(button('Être prévenu ici'));
		await browser.press(button('Faire un essai'));
		await expect
			.poll(() => browser.inBrowser<string[]>(shownTexts), soon)
			.toEqual([expect.stringContaining('Essai réussi')]);
		// 100: decrypted and handed to the worker.
		expect(autopush.acknowledged).toEqual([100]);

		await browser.goTo(`${server.origin}/accueil`);
		await browser.inBrowser(clickShown);
		await expect.poll(() => browser.inPage(path), soon).toBe('/messages/reglages');

		// The inbox is the truth, whatever the browser drew.
		await browser.goTo(`${server.origin}/messages`);
		await expect.poll(() => browser.inPage(says('Essai réussi')), soon).toBe(true);
	} finally {
		await browser.close();
		await server.remove();
		await autopush.close();
	}
});
