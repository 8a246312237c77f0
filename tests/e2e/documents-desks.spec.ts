/** What services do with pieces: the médecin-conseil's vault, a hold, an erasure asked for and answered. */
import { type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { violations } from '../support/axe';
import { expect, test } from '../support/e2e';
import { signIn } from '../support/person';
import { signInAs } from '../support/sign-in';

test.describe.configure({ timeout: 240_000 });

const pdf = readFileSync('tests/fixtures/pdf/chromium-page.pdf');

async function deposit(page: Page, type: string, fileName: string) {
	await page.goto('/plus/documents/deposer');
	await page
		.getByLabel('Fichiers à déposer')
		.setInputFiles({ name: 'piece.pdf', mimeType: 'application/pdf', buffer: pdf });
	await page.getByLabel('Nature de la pièce').selectOption(type);
	await page.getByLabel('Date de la pièce').fill('2026-05-02');
	await page.getByLabel('Nom du fichier').fill(fileName);
	await page.getByRole('button', { name: 'Déposer', exact: true }).click();
	await page.waitForURL('**/plus/documents');
	await expect(cardOf(page, fileName).getByText('Acceptée')).toBeVisible({ timeout: 60_000 });
}

const cardOf = (page: Page, fileName: string) =>
	page.locator('section, article').filter({ hasText: fileName }).last();

async function staff(browser: Browser, origin: string, label: string): Promise<Page> {
	const page = await (await browser.newContext({ baseURL: origin, locale: 'fr-FR' })).newPage();
	await signInAs(page, label, origin);
	return page;
}

test('the médecin-conseil alone reads a medical piece; a hold stops an erasure until it is lifted', async ({
	page,
	server,
	browser
}) => {
	await signIn(page, server.origin);
	await deposit(page, 'piece-medicale', 'CertificatSecret.pdf');
	await deposit(page, 'attestation-employeur', 'Employeur.pdf');
	const address = (name: string) =>
		cardOf(page, name).getByRole('link', { name: 'Télécharger' }).getAttribute('href');
	const [medical, ordinary] = [
		await address('CertificatSecret.pdf'),
		await address('Employeur.pdf')
	];

	const doctor = await staff(browser, server.origin, 'Médecin-conseil');
	await doctor.goto('/medical');
	await expect(doctor.getByText('Employeur.pdf')).toHaveCount(0);
	await doctor.getByRole('button', { name: /^Ouvrir CertificatSecret\.pdf/ }).click();
	await expect(doctor.getByText('Page 1 sur 1')).toBeVisible({ timeout: 30_000 });
	expect(await violations(doctor)).toEqual([]);
	await doctor.getByRole('radio', { name: 'favorable', exact: true }).check();
	await doctor.getByRole('button', { name: 'Rendre l’avis' }).click();
	await expect(doctor.getByRole('radio', { name: 'favorable', exact: true })).toBeChecked();
	expect((await doctor.request.get(`${ordinary}?motif=Contrôle du dossier`)).status()).toBe(404);

	const desk = await staff(browser, server.origin, 'Gestionnaire');
	await desk.goto('/gestion/pieces');
	await expect(desk.getByRole('button', { name: /^Ouvrir Employeur\.pdf/ })).toBeVisible();
	await expect(desk.getByText('Avis médical\u00a0: favorable')).toBeVisible();
	expect(await desk.content()).not.toContain('CertificatSecret');
	expect((await desk.request.get(`${medical}?motif=Contrôle du dossier`)).status()).toBe(404);
	const read = await desk.request.get(`${ordinary}?motif=Contrôle du dossier`);
	expect(read.status()).toBe(200);
	expect(read.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'content-disposition': "attachment; filename*=UTF-8''Employeur.pdf",
		'content-security-policy': expect.stringContaining('sandbox'),
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	});

	// Two people answer for an erasure: the service that needs the piece, and the DPO.
	await page.reload();
	await cardOf(page, 'Employeur.pdf')
		.getByRole('button', { name: 'Demander l’effacement' })
		.click();
	await page.getByRole('textbox', { name: 'Pourquoi' }).fill('J’ai changé d’employeur.');
	await page.getByRole('button', { name: 'Envoyer la demande' }).click();
	await expect(page.getByText(/Effacement demandé/)).toBeVisible({ timeout: 20_000 });
	expect(await violations(page)).toEqual([]);

	const line = desk.getByRole('listitem').filter({ hasText: 'Employeur.pdf' });
	await line.getByText('Garder pour une procédure').click();
	await line.getByLabel('Quelle procédure').fill('Recours devant le tribunal');
	await line.getByRole('button', { name: 'Garder Employeur.pdf' }).click();
	await expect(line.getByText('Gardée pour une procédure')).toBeVisible();
	expect(await violations(desk)).toEqual([]);

	const dpo = await staff(browser, server.origin, 'DPO');
	await dpo.goto('/dpo/conservation');
	await expect(dpo.getByText('Recours devant le tribunal')).toBeVisible();
	await expect(dpo.getByText('J’ai changé d’employeur.')).toBeVisible();
	expect(await violations(dpo)).toEqual([]);
	const grant = async () => {
		await dpo.getByLabel('Réponse, lue par la personne').fill('Plus rien ne la rend utile.');
		await dpo.getByRole('button', { name: 'Effacer' }).click();
	};
	await grant();
	await expect(dpo.getByRole('alert')).toContainText('ne peut pas être effacée');

	await line.getByRole('button', { name: 'Ne plus garder Employeur.pdf' }).click();
	await expect(line.getByText('Garder pour une procédure')).toBeVisible();
	await grant();
	await expect(dpo.getByText('Rien n’attend de réponse.')).toBeVisible();

	await page.goto('/plus/documents');
	await page.reload();
	await expect(page.getByText('Employeur.pdf')).toHaveCount(0, { timeout: 20_000 });
	await expect(page.getByText('CertificatSecret.pdf').first()).toBeVisible();
	await page.goto('/messages');
	await expect(page.getByText('Votre pièce a été effacée').first()).toBeVisible({
		timeout: 20_000
	});
});
