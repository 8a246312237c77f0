/**
 * `npm run bench web`: what a mid-range phone feels. Lighthouse on the home page, the sign-in page and
 * Accueil with a session and its data on the phone; then Accueil with the server stopped.
 */
import { chromium as playwright, devices } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../tests/support/browsers';
import setup from '../tests/support/e2e.setup';
import { startServer } from '../tests/support/server';
import { signInAs } from '../tests/support/sign-in';
import { audit } from './web/audit';
import { isWithin, lineOf, type Figure } from './web/figures';
import { offlineStart } from './web/offline-start';

/** In Accueil once the record has come from the phone's database. */
const USABLE = 'main a[href="/carriere"]';

const freePort = () =>
	new Promise<number>((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});

const removeDemoData = await setup();
const server = await startServer();
const profile = mkdtempSync(join(tmpdir(), 'carnet-bench-'));
const port = await freePort();
const context = await playwright.launchPersistentContext(profile, {
	...chromium,
	...devices['Pixel 7'],
	args: [...chromium.args, `--remote-debugging-port=${port}`]
});

const figures: Figure[] = [];
try {
	const open = { port, keepStorage: false };
	figures.push(...(await audit({ ...open, page: 'accueil public', url: `${server.origin}/` })));
	const signIn = `${server.origin}/connexion`;
	figures.push(...(await audit({ ...open, page: 'connexion', url: signIn })));

	const page = await context.newPage();
	await signInAs(page, 'Enseignante', server.origin);
	await page.goto(`${server.origin}/accueil`);
	await page.locator(USABLE).waitFor();
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.close();
	const home = `${server.origin}/accueil`;
	figures.push(...(await audit({ port, keepStorage: true, page: 'Accueil', url: home })));

	await server.stop();
	figures.push(await offlineStart(context, 'Accueil', home, USABLE));
} finally {
	await context.close();
	await server.remove();
	await removeDemoData();
	rmSync(profile, { recursive: true, force: true });
}

for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
process.exit(figures.every(isWithin) ? 0 : 1);
