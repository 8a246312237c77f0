import type { Page } from '@playwright/test';

/** Answers the questions of the private notebook: a certifié of the 8th échelon. */
export async function sayPosition(page: Page): Promise<void> {
	await page.getByLabel('Corps').selectOption('certifie');
	await page.getByLabel('Grade').selectOption('classe-normale');
	await page.getByLabel('Échelon', { exact: true }).selectOption('8');
	await page.getByLabel('Dans cet échelon depuis le').fill('2025-03-01');
}
