import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';

// Starting servers and stopping them takes its time on a busy machine; what is measured is not that.
test.describe.configure({ timeout: 120_000 });

test(
	'after one visit and with the server stopped, a page never visited shows the career',
	{ tag: '@firefox' },
	async ({ page, context }) => {
		const server = await startServer();
		await signIn(page, server.origin);
		await untilOfflineReady(page);
		await server.stop();

		const waits: number[] = [];
		for (let tab = 0; tab < 3; tab++) {
			const fresh = await context.newPage();
			const started = Date.now();
			await fresh.goto(`${server.origin}/carriere`);
			await expect(fresh.getByRole('heading', { name: 'Affectations' })).toBeVisible();
			waits.push(Date.now() - started);
		}
		// Printed, not asserted: a busy machine would fail it. `npm run bench web` measures the start.
		process.stdout.write(`    carrière affichée en ${Math.min(...waits)} ms, serveur arrêté\n`);
		const other = context.pages().at(-1)!;
		await expect(other.getByRole('status').filter({ hasText: 'Hors ligne' })).toContainText(
			/\d+.h.\d+/
		);

		await other.goto(`${server.origin}/plus/synchronisation`);
		await expect(other.getByText('Dernier échange complet')).toContainText(/20\d\d à \d+/);
		await server.remove();
	}
);

test(
	'what is written without the network leaves when it comes back, with a receipt',
	{ tag: '@firefox' },
	async ({ page }) => {
		const server = await startServer();
		await signIn(page, server.origin);
		await untilOfflineReady(page);
		await server.stop();
		await page.goto(`${server.origin}/plus/notes`);
		await page.getByLabel('Titre').fill('Rendez-vous');
		await page.getByLabel('Texte').fill('Préparer le bilan.');
		await page.getByRole('button', { name: 'Enregistrer' }).click();
		await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();

		await server.start();
		await page.goto(`${server.origin}/plus/synchronisation`);
		await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
		await expect(page.getByText(/Envoyé · reçu C-/).first()).toBeVisible();
		await server.remove();
	}
);

test('after signing out, the next person sees nothing, online or off', async ({
	page,
	context
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await page.goto(`${server.origin}/plus`);
	await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /Se déconnecter/ })
		.click();
	await page.waitForURL(`${server.origin}/`);
	const left = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name)
	);
	expect(left.filter((name) => name?.startsWith('carnet-'))).toEqual([]);
	expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-carnet');

	await page.goto(`${server.origin}/carriere`);
	await expect(page).toHaveURL(/\/connexion/);
	await page.goto(`${server.origin}/`);
	await untilOfflineReady(page);
	await server.stop();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByText('Personne n’est connecté sur ce téléphone')).toBeVisible();
	await expect(page.getByText('Affectations')).toHaveCount(0);
	await server.remove();
});

test('a sign-out without the network ends the session as soon as there is one', async ({
	page,
	context
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await page.goto(`${server.origin}/plus`);
	await server.stop();
	await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /Se déconnecter/ })
		.click();
	await expect(page.getByRole('link', { name: 'Carnet' }).first()).toBeVisible();
	const cookies = async () => (await context.cookies()).map(({ name }) => name);
	await expect.poll(cookies).toContain('__Host-carnet-sortie');
	await server.start();
	const answer = await page.request.get(`${server.origin}/api/v1/session`);
	expect(answer.status()).toBe(401);
	await server.remove();
});

test('a phone may install Carnet', async ({ server }) => {
	const profile = mkdtempSync(join(tmpdir(), 'carnet-profile-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: '/usr/bin/chromium',
		chromiumSandbox: false,
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
	});
	const page = await context.newPage();
	await page.goto(`${server.origin}/`);
	await untilOfflineReady(page);
	const devtools = await context.newCDPSession(page);
	const manifest = await devtools.send('Page.getAppManifest');
	expect(manifest.errors).toEqual([]);
	const { icons } = JSON.parse(manifest.data ?? '{}') as { icons: { purpose: string }[] };
	expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
	const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
	expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
	await context.close();
	rmSync(profile, { recursive: true });
});

test('no answer of the API enters Cache Storage', async ({ page, server }) => {
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	const kept = await page.evaluate(async () => {
		const urls: string[] = [];
		for (const name of await caches.keys()) {
			for (const request of await (await caches.open(name)).keys()) urls.push(request.url);
		}
		return urls;
	});
	expect(kept.length).toBeGreaterThan(5);
	expect(kept.filter((url) => /\/api\/v1\/|\/connexion|\/gestion|\/deconnexion/.test(url))).toEqual(
		[]
	);
});
