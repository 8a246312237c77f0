/** Newer rules reach a phone without a new version of the application, and stay without the network. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, startServer, test } from '../support/e2e';
import { sayPosition } from '../support/notebook';
import { untilOfflineReady } from '../support/person';

test.describe.configure({ timeout: 120_000 });

interface Bundle {
	version: string;
	asOf: string;
	sha256: string;
	data: Record<string, unknown> & { point: { series: { from: string; annual: number }[] } };
}

/** The server's rules as they would be one day: `change` is what is new in them. */
async function serveNewerRules(page: Page, change: (data: Bundle['data']) => void) {
	await page.route('**/api/v1/reference', async (route) => {
		const response = await route.fetch().catch(() => null);
		if (!response) return route.abort();
		const bundle = (await response.json()) as Bundle;
		change(bundle.data);
		const sha256 = createHash('sha256').update(JSON.stringify(bundle.data)).digest('hex');
		const newer = { ...bundle, sha256, version: '2027-01-01-essai', asOf: '2027-01-01' };
		await route.fulfill({ response, json: newer });
	});
}

test('a newer value of the point is used at once, and kept without the server', async ({
	page
}) => {
	const server = await startServer();
	await serveNewerRules(page, ({ point }) => {
		point.series.at(-1)!.annual = 60;
	});
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await sayPosition(page);
	await expect(page.getByText('données 2027-01-01-essai')).toBeVisible();
	await expect(page.getByRole('button', { name: /^2 810,00/ })).toBeVisible();

	await untilOfflineReady(page);
	await server.stop();
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await expect(page.getByText('données 2027-01-01-essai')).toBeVisible();
	await expect(page.getByRole('button', { name: /^2 810,00/ })).toBeVisible();
	await server.remove();
});

test('rules that this build does not understand are refused, and it says so', async ({ page }) => {
	const server = await startServer();
	await serveNewerRules(page, (data) => {
		data['newKindOfRule'] = [];
	});
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await expect(page.getByText('demandent une version plus récente')).toBeVisible();
	await sayPosition(page);
	await expect(page.getByRole('button', { name: /^2 766,60/ })).toBeVisible();
	await server.remove();
});
