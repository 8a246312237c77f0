import { expect, test } from '../support/e2e';
import { signInAs } from '../support/sign-in';

test('a special route is prepared without the network, and its head gives the opinion it asks for', async ({
	page,
	context,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	const guide = '/mutation/guides/nouvelle-caledonie-wallis';
	const synchronise = async () => {
		await page.goto('/plus/synchronisation');
		await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
		await expect(page.getByRole('button', { name: 'Synchroniser maintenant' })).toBeEnabled();
		await page.goto(guide);
	};

	await signInAs(page, 'Enseignante');
	await page.goto(guide);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await context.setOffline(true);
	await page.getByLabel(/Saisissez la demande dans SIAT/).check();
	await expect(page.getByText('Fait : 1 sur 5.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Demander l’avis' })).toBeDisabled();
	await page.getByLabel('Poste, pays ou territoire visé').fill('Nouméa');
	await page.getByLabel('Mes notes').fill('Joindre Mme Delorme.');
	await page.getByRole('button', { name: 'Demander l’avis' }).click();
	await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();
	await context.setOffline(false);
	await synchronise();
	await expect(page.getByText('Avis attendu')).toBeVisible();
	await expect(page.getByLabel('Mes notes')).toHaveValue('Joindre Mme Delorme.');

	const head = await (await browser.newContext({ baseURL: server.origin })).newPage();
	await signInAs(head, 'Cheffe d’établissement');
	await head.getByRole('link', { name: 'Avis' }).click();
	await expect(head.getByText('Nouméa')).toBeVisible();
	await expect(head.getByText('Delorme')).toHaveCount(0);
	await head.getByLabel('Réservé').check();
	await head.getByRole('button', { name: 'Rendre l’avis' }).click();
	await expect(head.getByRole('alert')).toContainText('se motive');
	await head.getByLabel('Réservé').check();
	await head.getByLabel('Motif').fill('Le poste resterait vacant à la rentrée.');
	await head.getByRole('button', { name: 'Rendre l’avis' }).click();
	await expect(head.getByText('Votre avis est rendu.')).toBeVisible();

	await synchronise();
	await expect(page.getByText('Avis réservé')).toBeVisible();
	await expect(page.getByText('Le poste resterait vacant à la rentrée.')).toBeVisible();
});
