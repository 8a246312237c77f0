/** From the manager's editor to the teacher's phone, and back. */
import { expect, test } from '../support/e2e';
import { signInAs } from '../support/sign-in';
import { signInAsStaff } from '../support/staff-sign-in';

test('a circular written by a manager is read on the phone, and its receipt is counted', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	await signInAs(page, 'Enseignante');
	const office = await browser.newContext({ locale: 'fr-FR', baseURL: server.origin });
	const desk = await office.newPage();
	await signInAsStaff(desk, 'Gestionnaire');
	await desk.goto('/diffusion');
	await desk.getByRole('button', { name: 'Nouveau texte' }).click();
	await desk.getByLabel('Titre').fill('Congé de formation');
	await desk
		.getByRole('textbox', { name: 'Texte', exact: true })
		.fill('Déposez votre demande.\n\n- en ligne\n- avant la date');
	await desk.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(desk.getByText('Brouillon enregistré.')).toBeVisible();
	await desk.getByRole('button', { name: 'Envoyer', exact: true }).click();
	await expect(desk.getByText('Envoi programmé.')).toBeVisible();

	// The queue sends it in its own time; each visit exchanges with the server.
	await expect(async () => {
		await page.goto('/messages');
		await expect(page.getByRole('link', { name: /Congé de formation/ })).toBeVisible({
			timeout: 2000
		});
	}).toPass({ timeout: 30_000 });
	await page.getByRole('link', { name: /Congé de formation/ }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'en ligne' })).toBeVisible();
	await page.getByRole('button', { name: 'Donner l’accusé de lecture' }).click();
	await expect(page.getByText(/Accusé de lecture donné/)).toBeVisible();
	await expect(async () => {
		await desk.reload();
		await expect(desk.getByText(/dont 1 avec accusé de lecture/)).toBeVisible({ timeout: 2000 });
	}).toPass({ timeout: 20_000 });
	await office.close();
});
