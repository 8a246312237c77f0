import type { Page } from '@playwright/test';

/** Enters one of the demonstration accounts by its button on the sign-in page, and waits for its home. */
export async function signInAs(page: Page, label: string, origin = ''): Promise<void> {
	await page.goto(`${origin}/connexion`);
	await page.getByRole('button', { name: label, exact: true }).click();
	await page.waitForURL((url) => url.pathname !== '/connexion');
	await page.getByRole('heading', { level: 1 }).waitFor();
}
