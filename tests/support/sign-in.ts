import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** What this account would read on its telephone now. */
async function codeOf(page: Page, label: string, origin: string): Promise<string> {
	const html = await (await page.request.get(`${origin}/demo/codes`)).text();
	const line = html.slice(html.indexOf(`${label} (`));
	return /\b\d{6}\b/.exec(line.replace(/<[^>]*>/g, ' '))?.[0] ?? '';
}

/** A code serves once: the next one comes within thirty seconds. */
async function giveSecondFactor(page: Page, label: string, origin: string): Promise<void> {
	await expect(async () => {
		await page.getByLabel('Code de vérification').fill(await codeOf(page, label, origin));
		await page.getByRole('button', { name: 'Vérifier le code' }).click();
		await page.waitForURL((url) => !url.pathname.startsWith('/connexion'), { timeout: 5_000 });
	}).toPass({ timeout: 70_000 });
}

/** Enters one of the demonstration accounts by its button on the sign-in page, and waits for its home. */
export async function signInAs(page: Page, label: string, origin = ''): Promise<void> {
	await page.goto(`${origin}/connexion`);
	await page.getByRole('button', { name: label, exact: true }).click();
	await page.waitForURL((url) => url.pathname !== '/connexion');
	if (new URL(page.url()).pathname === '/connexion/verification') {
		await giveSecondFactor(page, label, origin);
	}
	await page.getByRole('heading', { level: 1 }).first().waitFor();
}
