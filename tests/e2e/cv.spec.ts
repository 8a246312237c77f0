/** Courses and CV: written without the network, summed by competence, printed without its tools. */
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';

test.describe.configure({ timeout: 120_000 });

test('a course is added without the network, counts at once, and leaves when it is back', async ({
	page
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await server.stop();
	await page.goto(`${server.origin}/carriere`);
	await page.getByRole('link', { name: 'Mes formations et mon CV' }).click();
	await expect(page.getByText('À vous de compléter')).toBeVisible();
	const digital = page.getByRole('row', { name: /^CC9/ }).getByRole('cell');
	const before = Number.parseInt(await digital.innerText());

	await page.getByLabel('Intitulé').fill('Pix 2025, pédagogie numérique');
	await page.getByLabel('Durée en heures').fill('15');
	await page.getByLabel('Compétence du référentiel').selectOption('CC9');
	await page.getByRole('button', { name: 'Ajouter au CV' }).click();
	await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();
	await expect(digital).toHaveText(`${before + 15} h`);
	await expect(page.getByText('À vous de compléter')).toHaveCount(0);

	await page.getByLabel('Partie du CV').selectOption('pix');
	await page.getByLabel('Intitulé').fill('Certification Pix');
	await page.getByLabel('Score Pix').fill('640');
	await page.getByRole('button', { name: 'Ajouter au CV' }).click();
	await expect(page.getByText('640 pix')).toBeVisible();

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByText('Pix 2025, pédagogie numérique')).toBeVisible();
	await expect(page.getByLabel('Intitulé')).toBeHidden();
	await expect(page.getByText('Enregistré sur ce téléphone').first()).toBeHidden();
	expect((await page.pdf({ tagged: true })).subarray(0, 5).toString()).toBe('%PDF-');
	await page.emulateMedia({ media: 'screen' });

	await server.start();
	await page.goto(`${server.origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
	await expect(page.getByText('Ligne du CV · Certification Pix')).toBeVisible();
	await expect(page.getByText(/Envoyé · reçu C-/).first()).toBeVisible();
	await server.remove();
});
