/**
 * What can be read in the browser's profile, on disk, once it is closed. A canary is a note that only
 * the person reads, unsent on purpose: it lies in the outbox, in the rows and in the draft.
 */
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as debian } from '../support/browsers';
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';
import { choosePhone, filesHolding, withAuthenticator, writeNote } from '../support/phone';

test.describe.configure({ timeout: 240_000 });

/** No word of it can be shortened: compression leaves it whole. */
const aCanary = () => `canari-${randomBytes(18).toString('hex')}`;

const aProfile = () => mkdtempSync(join(tmpdir(), 'carnet-profile-'));
const openChromium = (profile: string, options: object = {}): Promise<BrowserContext> =>
	chromium.launchPersistentContext(profile, { ...debian, locale: 'fr-FR', ...options });

async function leave(page: Page, origin: string) {
	await page.goto(`${origin}/plus`);
	const locked = page.getByRole('heading', { name: 'Carnet est verrouillé' });
	const plus = page.getByRole('heading', { name: 'Plus', exact: true });
	await expect(locked.or(plus)).toBeVisible();
	await page
		.getByRole('button', { name: /^Se déconnecter/ })
		.first()
		.click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /[Ss]e déconnecter/ })
		.click();
	await page.waitForURL(`${origin}/`);
}

for (const protection of ['passkey', 'code', 'clear', 'memory'] as const) {
	test(`${protection} : rien de ce que la personne écrit ne se lit sur le disque`, async () => {
		const [server, profile, canary] = [await startServer(), aProfile(), aCanary()];
		let context = await openChromium(profile);
		let page = await context.newPage();
		if (protection === 'passkey') await withAuthenticator(context, page);
		await signIn(page, server.origin);
		await untilOfflineReady(page);
		await choosePhone(page, server.origin, protection);
		await page.goto(`${server.origin}/plus/notes`);
		if (protection !== 'memory') await server.stop();
		await writeNote(page, server.origin, canary);
		if (protection === 'passkey' || protection === 'code') {
			await page.goto(`${server.origin}/plus/telephone`);
			await page.getByRole('button', { name: 'Verrouiller maintenant' }).click();
			await expect(page.getByRole('heading', { name: 'Carnet est verrouillé' })).toBeVisible();
		}
		await context.close();
		expect(filesHolding(profile, canary), 'closed, or locked').toEqual([]);

		if (protection !== 'memory') await server.start();
		context = await openChromium(profile);
		page = await context.newPage();
		// A shared device has forgotten who was there: there is nobody to sign out.
		if (protection !== 'memory') await leave(page, server.origin);
		await context.close();
		expect(filesHolding(profile, canary), 'signed out').toEqual([]);
		await server.remove();
		rmSync(profile, { recursive: true });
	});
}

/** Takes the cipher out of the scripts that the server gives. */
async function withoutCipher(context: BrowserContext): Promise<() => number> {
	let removed = 0;
	await context.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const script = await response.text();
		const body = script.replace(/stack:(["'`])dbcore\1,name:(["'`])carnet-cipher\2/, () => {
			removed += 1;
			return 'stack:"none",name:"off"';
		});
		await route.fulfill({ response, body });
	});
	return () => removed;
}

test('la même recherche trouve tout quand le chiffrement est coupé', async () => {
	const [server, profile, canary] = [await startServer(), aProfile(), aCanary()];
	const context = await openChromium(profile, { serviceWorkers: 'block' });
	const removed = await withoutCipher(context);
	const page = await context.newPage();
	await signIn(page, server.origin);
	await writeNote(page, server.origin, canary);
	await context.close();
	expect(removed()).toBeGreaterThan(0);
	expect(filesHolding(profile, canary)).not.toEqual([]);
	await server.remove();
	rmSync(profile, { recursive: true });
});

test('sans verrou, rouvert sans réseau : la carrière se lit, l’écrit attend et part ensuite', async () => {
	const [server, profile, text] = [await startServer(), aProfile(), aCanary()];
	let context = await openChromium(profile);
	let page = await context.newPage();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await page.goto(`${server.origin}/plus/notes`);
	await server.stop();
	await writeNote(page, server.origin, text);
	await context.close();

	context = await openChromium(profile);
	page = await context.newPage();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	await expect(page.getByText('Une partie attend le réseau')).toBeVisible();
	// Writing goes on, under a key that joins the others.
	await writeNote(page, server.origin, 'Écrit ensuite.');
	await expect(page.getByText(text)).toHaveCount(0);
	await server.start();
	await page.goto(`${server.origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
	await expect(page.getByText('Rien n’attend')).toBeVisible();
	await page.goto(`${server.origin}/plus/notes`);
	await expect(page.getByText(text)).toBeVisible();
	await expect(page.getByText(/Envoyé · reçu C-/)).toHaveCount(2);
	await expect(page.getByText('Une partie attend le réseau')).toHaveCount(0);
	await context.close();
	await server.remove();
	rmSync(profile, { recursive: true });
});
