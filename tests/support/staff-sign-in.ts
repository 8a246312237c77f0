import type { Page } from '@playwright/test';

/**
 * Enters a demonstration account that reads other people's files, with the code its telephone would
 * show. A code serves once per thirty seconds: one sign-in per account and test.
 */
export async function signInAsStaff(page: Page, label: string, origin = ''): Promise<void> {
	await page.goto(`${origin}/connexion`);
	await page.getByRole('button', { name: label, exact: true }).click();
	await page.waitForURL(/\/connexion\/verification/);
	const codes = await page.context().newPage();
	await codes.goto(`${origin}/demo/codes`);
	const lines = await codes.locator('main').innerText();
	await codes.close();
	const code = /\b\d{6}\b/.exec(lines.slice(lines.indexOf(`${label} (`)))?.[0] ?? '';
	await page.getByLabel('Code de vérification').fill(code);
	await page.getByRole('button', { name: 'Vérifier le code' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}
