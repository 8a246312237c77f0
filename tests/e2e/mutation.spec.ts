import type { Page } from '@playwright/test';
import cases from '../golden/mobility.cases.json' with { type: 'json' };
import { violations } from '../support/axe';
import { expect, test } from '../support/e2e';
import { goldenPoints, type GoldenCase } from '../support/golden-bareme';
import { signInAs } from '../support/sign-in';

test('every published example gives its figure through the open API', async ({ request }) => {
	for (const { id, request: body, expect: expected } of cases.cases as unknown as GoldenCase[]) {
		const response = await request.post('/api/v1/simulations/bareme', {
			data: body,
			headers: { origin: 'https://ailleurs.example' }
		});
		expect(response.status(), id).toBe(200);
		expect(response.headers()['access-control-allow-origin']).toBe('*');
		const { found, published } = goldenPoints(await response.json(), expected);
		expect(found, id).toBe(published);
	}
});

test('a campaign without published rules is refused in French', async ({ request }) => {
	const response = await request.post('/api/v1/simulations/bareme', {
		data: { campagne: 'inter-2027', candidat: { statut: 'titulaire' }, voeux: ['Rennes'] }
	});
	expect(response.status()).toBe(422);
	const { error } = await response.json();
	expect(error.code).toBe('mobility.rules-not-published');
	expect(error.issues[0].message).toContain('inter-2026');
});

async function fill(page: Page) {
	await page.getByLabel('Corps').selectOption('certifie');
	await page.getByLabel('Échelon').fill('8');
	await page.getByLabel('Département d’exercice').selectOption('51');
	await page.getByLabel('Années dans le poste').fill('3');
	await page.getByLabel('Demande', { exact: true }).selectOption('conjoints');
	await page.getByLabel('Code postal du lieu de travail').fill('35000');
	await page.getByLabel('Enfants de moins de 18 ans').fill('1');
	for (const academie of ['Rennes', 'Lyon']) {
		await page.getByLabel('Académie', { exact: true }).selectOption(academie);
		await page.getByRole('button', { name: 'Ajouter' }).click();
	}
}

const totals = (page: Page) => page.locator('.wishes .total b').allInnerTexts();

test('the simulator follows each answer, and the keyboard reorders the wishes', async ({
	page
}) => {
	await page.goto('/simulateurs/mutation');
	await fill(page);
	await expect.poll(() => totals(page)).toEqual(['366,2', '116']);

	await page.getByRole('button', { name: 'Monter Lyon' }).press('Enter');
	await expect(
		page.getByRole('status').filter({ hasText: 'Lyon est maintenant le vœu 1' })
	).toBeAttached();
	await expect.poll(() => totals(page)).toEqual(['116', '116']);
	// A finger or a mouse drags by the handle.
	await page.locator('.handle').nth(1).dragTo(page.locator('.wishes > li').first());
	await expect.poll(() => totals(page)).toEqual(['366,2', '116']);

	await page.getByText('Le détail des points').first().click();
	await page.getByRole('button', { name: /^Rapprochement de conjoints/ }).click();
	const sheet = page.getByRole('dialog', { name: 'Pourquoi ?' });
	await expect(sheet).toContainText('150,2 points');
	await expect(sheet).toContainText('Sgen-CFDT');
	await page.keyboard.press('Escape');
});

test('the simulator is accessible in both themes', async ({ page }) => {
	test.slow();
	await page.goto('/simulateurs/mutation');
	await fill(page);
	await page.getByText('Le détail des points').first().click();
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		expect(await violations(page)).toEqual([]);
	}
});

test('the simulator fits 320 pixels and asks before using the rules of another year', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto('/simulateurs/mutation');
	await page.getByLabel('Mouvement').selectOption('inter-2027');
	await expect(page.getByText('Règles non publiées')).toBeVisible();
	await page.getByRole('button', { name: 'Calculer avec les règles de 2026' }).click();
	await fill(page);
	await expect(page.getByText(/Calcul avec les règles de/)).toBeVisible();
	await expect.poll(() => totals(page)).toEqual(['366,2', '116']);
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBe(0);
});

test('a teacher prepares a request without the network, from their record, and finds it again', async ({
	page,
	context
}) => {
	test.slow();
	await signInAs(page, 'Enseignante');
	await page.goto('/mutation/priorites');
	await expect(page.getByLabel('Échelon')).not.toHaveValue('');
	// The worker must hold the application before the network goes.
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await context.setOffline(true);
	await page.getByLabel('Demande', { exact: true }).selectOption('conjoints');
	await page.getByLabel('Code postal du lieu de travail').fill('35000');
	await page.getByRole('link', { name: 'Choix des académies' }).click();
	await page.getByLabel('Académie', { exact: true }).selectOption('Rennes');
	await page.getByRole('button', { name: 'Ajouter' }).click();
	await page.getByText('Le détail des points').click();
	await expect(page.getByRole('button', { name: /^Rapprochement de conjoints/ })).toBeVisible();
	await page.getByRole('link', { name: 'Pièces justificatives' }).click();
	await expect(page.getByRole('heading', { name: 'Lien familial' })).toBeVisible();

	await context.setOffline(false);
	await page.goto('/mutation');
	await expect(page.getByRole('heading', { name: /Rennes/ })).toBeVisible();
	await page.goto('/plus/synchronisation');
	await expect(page.getByText(/à jour/i).first()).toBeVisible();
});
