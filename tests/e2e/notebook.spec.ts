/** The notebook of someone without an account: entry, figures, no network, erasure. */
import { violations } from '../support/axe';
import { expect, startServer, test } from '../support/e2e';
import { sayPosition } from '../support/notebook';
import { signIn, signInHere, untilOfflineReady } from '../support/person';

test.describe.configure({ timeout: 120_000 });

test('from the home page to figures, then without the server, then erased', async ({ page }) => {
	const server = await startServer();
	await page.goto(`${server.origin}/`);
	await page.getByRole('link', { name: 'Essayer sans compte' }).click();
	await expect(page.getByText('Quel est votre corps')).toBeVisible();
	await page.getByLabel('Corps').selectOption('certifie');
	await page.getByLabel('Grade').selectOption('classe-normale');
	await page.getByLabel('Échelon', { exact: true }).selectOption('8');

	// The index needs no date; what comes next waits for it.
	await expect(page.getByRole('button', { name: /^562/ })).toBeVisible();
	await expect(
		page.getByText('Prochain échelon : impossible à dire tant que vous n’avez pas répondu')
	).toBeVisible();
	await page.getByLabel('Dans cet échelon depuis le').fill('2025-03-01');
	await expect(page.getByText('Le 1er septembre 2028')).toBeVisible();
	await page.getByRole('button', { name: /^9e échelon/ }).click();
	await expect(page.getByRole('dialog', { name: 'Pourquoi ?' })).toContainText('3 ans 6 mois');
	await page.keyboard.press('Escape');

	await untilOfflineReady(page);
	await server.stop();
	for (const [path, found] of [
		['/simulateurs/projection', 'Traitement brut mensuel'],
		['/simulateurs/promotion', 'Promouvable à la hors-classe'],
		['/simulateurs/comparaison', 'Impossible à dire sans votre académie.'],
		['/simulateurs', 'Barème de mutation'],
		['/simulateurs/mutation', 'Simulateur de mutation']
	] as const) {
		await page.goto(`${server.origin}${path}`);
		await expect(page.getByText(found).first(), path).toBeVisible();
	}

	await page.goto(`${server.origin}/simulateurs/carriere`);
	await page.getByRole('button', { name: 'Effacer ce carnet' }).click();
	await page.getByRole('button', { name: 'Tout effacer' }).click();
	await expect(page.getByLabel('Corps')).toHaveValue('');
	const left = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name)
	);
	expect(left).not.toContain('carnet-prive');
	await page.goto(`${server.origin}/simulateurs/projection`);
	await expect(page.getByText('Quel est votre corps')).toBeVisible();
	await server.remove();
});

test('the notebook survives the sign-out of someone else on the same phone', async ({ page }) => {
	const server = await startServer();
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await sayPosition(page);
	await signIn(page, server.origin);
	await page.goto(`${server.origin}/plus`);
	await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: /Se déconnecter/ }).click();
	await page.waitForURL(`${server.origin}/`);

	const left = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name)
	);
	expect(left.filter((name) => name?.startsWith('carnet-'))).toEqual(['carnet-prive']);
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await expect(page.getByLabel('Échelon', { exact: true })).toHaveValue('8');
	await expect(page.getByText('Le 1er septembre 2028')).toBeVisible();

	// The page of staff, by its own form.
	await signIn(page, server.origin);
	await page.goto(`${server.origin}/deconnexion`);
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await page.waitForURL(`${server.origin}/connexion`);
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await expect(page.getByLabel('Corps')).toHaveValue('certifie');
	await server.remove();
});

test('filled in, the notebook is accessible in both themes and by keyboard alone', async ({
	page
}) => {
	await page.goto('/simulateurs/carriere');
	await page.getByLabel('Corps').focus();
	await page.keyboard.type('Professeur c');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Classe n');
	await page.keyboard.press('Tab');
	await page.keyboard.type('8e');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Dans cet échelon depuis le')).toBeFocused();
	await page.getByLabel('Dans cet échelon depuis le').fill('2025-03-01');
	for (const path of ['carriere', 'projection', 'promotion']) {
		await page.goto(`/simulateurs/${path}`);
		await page.getByRole('heading', { level: 2 }).first().waitFor();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await violations(page), `${path}, ${colorScheme}`).toEqual([]);
		}
	}
});

test('the notebook is brought into an account without the network, beside the record', async ({
	page
}) => {
	const server = await startServer();
	await page.goto(`${server.origin}/simulateurs/carriere`);
	await sayPosition(page);
	await page.getByLabel('Échelon', { exact: true }).selectOption('5');
	await page.getByRole('link', { name: 'Reprendre dans un compte' }).click();
	await page.waitForURL(/connexion/);
	await signInHere(page);
	await page.goto(`${server.origin}/carriere`);
	const official = page.getByRole('heading', { name: 'Ma situation' });
	await expect(official).toBeVisible();
	const before = await page.locator('dl').first().innerText();
	await page.goto(`${server.origin}/plus/carnet-prive`);
	await expect(page.getByRole('columnheader', { name: 'Dossier' })).toBeVisible();
	await expect(page.getByRole('cell', { name: '5e échelon', exact: true })).toBeVisible();

	await untilOfflineReady(page);
	await server.stop();
	await page.getByRole('button', { name: 'Reprendre dans mon compte' }).click();
	await expect(page.getByText('Ce carnet est repris dans votre compte')).toBeVisible();
	await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();

	await server.start();
	await page.goto(`${server.origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
	await expect(page.getByText('Carnet privé repris')).toBeVisible();
	await expect(page.getByText(/Envoyé · reçu C-/).first()).toBeVisible();
	await page.goto(`${server.origin}/carriere`);
	await expect(official).toBeVisible();
	expect(await page.locator('dl').first().innerText()).toBe(before);
	await server.remove();
});
