/** Every published example, in the browser, by the product's own bundle, the server stopped. */
import type { Page } from '@playwright/test';
import { careerCases, disagreements } from '../golden/career-cases';
import mobility from '../golden/mobility.cases.json' with { type: 'json' };
import { expect, startServer, test, type TestServer } from '../support/e2e';
import { goldenPoints, type BaremeAnswer, type GoldenCase } from '../support/golden-bareme';
import { untilOfflineReady } from '../support/person';

test.describe.configure({ timeout: 180_000 });

async function openOffline(page: Page): Promise<TestServer> {
	const server = await startServer();
	await page.goto(`${server.origin}/`);
	await untilOfflineReady(page);
	await server.stop();
	await page.goto(`${server.origin}/api/essai`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	return server;
}

/** Asks on screen and reads what is on screen. */
async function ask(page: Page, question: string, body: unknown): Promise<Record<string, unknown>> {
	await page.getByLabel('Question').selectOption(question);
	await page.getByLabel('Corps de la demande').fill(JSON.stringify(body));
	await page.getByRole('button', { name: 'Calculer sur cet appareil' }).click();
	return JSON.parse(await page.locator('pre').innerText()) as Record<string, unknown>;
}

test('every published career example gives its figures on the phone', async ({ page }) => {
	const server = await openOffline(page);
	for (const { id, question, input, expect: published } of careerCases) {
		expect(disagreements(await ask(page, question, input), published), id).toEqual([]);
	}
	process.stdout.write(`    ${careerCases.length} exemples de carrière, serveur arrêté\n`);
	await server.remove();
});

test('every published barème gives its points on the phone', async ({ page }) => {
	const server = await openOffline(page);
	const cases = mobility.cases as unknown as readonly GoldenCase[];
	for (const { id, request, expect: expected } of cases) {
		const answer = (await ask(page, 'bareme', request)) as unknown as BaremeAnswer;
		const { found, published } = goldenPoints(answer, expected);
		expect(found, id).toBe(published);
	}
	process.stdout.write(`    ${cases.length} barèmes, serveur arrêté ; non calculables :\n`);
	for (const { id, reason } of mobility.notComputable) {
		process.stdout.write(`      ${id} : ${reason}\n`);
	}
	await server.remove();
});

test('a refusal on the phone is the one the API would give', async ({ page }) => {
	const server = await openOffline(page);
	const refused = await ask(page, 'retraite', { naissance: '1966-02-30', nom: 'X' });
	expect(refused).toMatchObject({ error: { code: 'simulation.invalid' } });
	await page.getByLabel('Corps de la demande').fill('{');
	await page.getByRole('button', { name: 'Calculer sur cet appareil' }).click();
	await expect(page.locator('pre')).toContainText('http.not-json');
	await server.remove();
});
