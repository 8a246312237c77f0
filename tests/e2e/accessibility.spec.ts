import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/e2e';
import { pages } from '../support/pages';
import { signInAs } from '../support/sign-in';

const PHONE_HEIGHT = 839;

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

/** The bar is fixed: in a short window it lies over whatever scrolls by, which then looks too small. */
async function showWhole(page: Page) {
	const { width } = page.viewportSize()!;
	let shown = page.viewportSize()!.height;
	for (let height = await heightOf(page); height > shown; height = await heightOf(page)) {
		await page.setViewportSize({ width, height });
		shown = height;
		await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 500 })));
	}
}

/** What is wrong with the whole page: looked at again when it has grown meanwhile. */
async function violationsOf(page: Page): Promise<string[]> {
	for (;;) {
		await showWhole(page);
		const found = await violations(page);
		if ((await heightOf(page)) <= page.viewportSize()!.height) return found;
	}
}

/** What is wrong on a page, in both themes; every page is looked at before the test says so. */
async function inBothThemes(page: Page, path: string): Promise<string[]> {
	const found: string[] = [];
	await page.setViewportSize({ ...page.viewportSize()!, height: PHONE_HEIGHT });
	await page.goto(path);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		for (const violation of await violationsOf(page))
			found.push(`${path}, ${colorScheme}: ${violation}`);
	}
	return found;
}

const accounts = [...new Set(pages.map(({ account }) => account))];

for (const account of accounts) {
	test.describe(account ?? 'sans compte', () => {
		const own = pages.filter((page) => page.account === account);

		test('chaque page est accessible, en clair et en sombre', async ({ page }) => {
			test.setTimeout(90_000 + own.length * 10_000);
			if (account) await signInAs(page, account);
			const found: string[] = [];
			for (const { path } of own) found.push(...(await inBothThemes(page, path)));
			expect(found).toEqual([]);
		});

		test('aucune page ne déborde à 320 points de large', async ({ page }) => {
			test.setTimeout(90_000 + own.length * 5_000);
			await page.setViewportSize({ width: 320, height: 640 });
			if (account) await signInAs(page, account);
			const wide: string[] = [];
			for (const { path } of own) {
				await page.goto(path);
				await page.getByRole('heading', { level: 1 }).first().waitFor();
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				if (width > 320) wide.push(`${path}: ${width}`);
			}
			expect(wide).toEqual([]);
		});
	});
}
