import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { pages } from '../support/pages';
import { signInAs } from '../support/sign-in';

const PHONE_HEIGHT = 839;

/** What axe finds, one line each, with where. */
async function violations(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The bar is fixed: in a short window it lies over whatever scrolls by, which then looks too small. */
async function showWhole(page: Page) {
	const { width } = page.viewportSize()!;
	await page.setViewportSize({ width, height: PHONE_HEIGHT });
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.max(height, PHONE_HEIGHT) });
}

async function checkBothThemes(page: Page, path: string) {
	await page.goto(path);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	await showWhole(page);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect(await violations(page), `${path}, ${colorScheme}`).toEqual([]);
	}
}

const accounts = [...new Set(pages.map(({ account }) => account))];

for (const account of accounts) {
	test.describe(account ?? 'sans compte', () => {
		const own = pages.filter((page) => page.account === account);

		test('chaque page est accessible, en clair et en sombre', async ({ page }) => {
			test.setTimeout(90_000 + own.length * 10_000);
			if (account) await signInAs(page, account);
			for (const { path } of own) await checkBothThemes(page, path);
		});

		test('aucune page ne déborde à 320 points de large', async ({ page }) => {
			test.setTimeout(90_000 + own.length * 5_000);
			await page.setViewportSize({ width: 320, height: 640 });
			if (account) await signInAs(page, account);
			for (const { path } of own) {
				await page.goto(path);
				await page.getByRole('heading', { level: 1 }).first().waitFor();
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(width, path).toBeLessThanOrEqual(320);
			}
		});
	});
}
