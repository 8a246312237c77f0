/**
 * The whole way, in a real browser: subscription, our server's queue and encryption, a push service,
 * the browser's own decryption, a notification on the screen, and a person's click on it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAutopush } from '../support/autopush';
import { expect, startServer, test } from '../support/e2e';
import { openFirefox } from '../support/firefox';
import { connectMarionette } from '../support/marionette';
import { signInAs } from '../support/sign-in';

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
		['alertTitleLabel', 'alertTextLabel'].map((id) => win.document.getElementById(id)?.textContent
			|| win.document.getElementById(id)?.value || '').join(' | '))`;

const clickShown = `
	const [shown] = [...Services.wm.getEnumerator('alert:alert')];
	shown.document.getElementById('alertNotification').click();
	return true`;

test('Firefox subscribes, shows what the server sends, and a click leads to the page', async () => {
	test.setTimeout(120_000);
	const profile = mkdtempSync(join(tmpdir(), 'carnet-firefox-'));
	const autopush = await startAutopush();
	const server = await startServer({ env: autopush.env });
	const port = await freePort();
	const browser = await openFirefox(profile, {
		args: ['--marionette', '--remote-allow-system-access'],
		preferences: {
			...autopush.preferences,
			'marionette.port': port,
			'permissions.default.desktop-notification': 1,
			// Firefox draws its notifications itself, where the test can see and press them.
			'alerts.useSystemBackend': false
		}
	});
	try {
		const page = await browser.newPage();
		await signInAs(page, 'Enseignante', server.origin);
		await page.goto(`${server.origin}/messages/reglages`);
		await page.getByRole('button', { name: 'Être prévenu ici' }).click();
		await expect(page.getByText('Activé')).toBeVisible({ timeout: 30_000 });

		await page.getByRole('button', { name: 'Faire un essai' }).click();
		const marionette = await connectMarionette(port);
		await expect
			.poll(() => marionette.inBrowser<string[]>(shownTexts), { timeout: 30_000 })
			.toEqual([expect.stringContaining('Essai réussi')]);
		expect(autopush.acknowledged).toEqual([100]);

		await page.goto(`${server.origin}/accueil`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await marionette.inBrowser(clickShown);
		await page.waitForURL(`${server.origin}/messages/reglages`);
		marionette.close();

		// The inbox is the truth, whatever the browser drew.
		await page.goto(`${server.origin}/messages`);
		await expect(page.getByRole('link', { name: /Essai réussi/ })).toBeVisible();
	} finally {
		await browser.close();
		await server.remove();
		await autopush.close();
		rmSync(profile, { recursive: true, force: true });
	}
});
