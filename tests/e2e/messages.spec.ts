/** From the manager's editor to the teacher's phone, and back. */
import type { Page } from '@playwright/test';
import { soundPdf } from '../support/documents/hostile-pdfs';
import { expect, test } from '../support/e2e';
import { untilOfflineReady } from '../support/person';
import { signInAs } from '../support/sign-in';
import { signInAsStaff } from '../support/staff-sign-in';

const aPdf = async (name: string) => ({
	...{ name, mimeType: 'application/pdf', buffer: await soundPdf() }
});

/** Opens a page again until something written elsewhere is there: each visit exchanges with the server. */
const comes = (page: Page, path: string, visible: () => ReturnType<Page['getByText']>) =>
	expect(async () => {
		await page.goto(path);
		await expect(visible()).toBeVisible({ timeout: 2000 });
	}).toPass({ timeout: 30_000 });

async function downloads(page: Page, name: RegExp): Promise<string> {
	const started = page.waitForEvent('download');
	await page.getByRole('link', { name }).click();
	const download = await started;
	expect(await download.failure()).toBeNull();
	return download.suggestedFilename();
}

test('a circular and its file are read on the phone, searched offline, and answered by an exchange', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(180_000);
	await signInAs(page, 'Enseignante');
	await untilOfflineReady(page);
	let exchange = '';
	const office = await browser.newContext({ locale: 'fr-FR', baseURL: server.origin });
	const desk = await office.newPage();
	await signInAsStaff(desk, 'Gestionnaire');

	await test.step('a circular, its file and its receipt', async () => {
		await desk.goto('/diffusion');
		await desk.getByRole('button', { name: 'Nouveau texte' }).click();
		await desk.getByLabel('Titre').fill('Congé de formation');
		await desk
			.getByRole('textbox', { name: 'Texte', exact: true })
			.fill('Déposez votre demande.\n\n- en ligne\n- avant la date');
		await desk.getByLabel('Joindre des PDF').setInputFiles(await aPdf('Formulaire.pdf'));
		await desk.getByRole('button', { name: 'Enregistrer' }).click();
		await expect(desk.getByText('Brouillon enregistré.')).toBeVisible();
		await desk.getByRole('button', { name: 'Envoyer', exact: true }).click();
		await expect(desk.getByText('Envoi programmé.')).toBeVisible();

		// The queue sends it in its own time.
		const link = () => page.getByRole('link', { name: /Congé de formation/ });
		await comes(page, '/messages', link);
		await link().click();
		await expect(page.getByRole('listitem').filter({ hasText: 'en ligne' })).toBeVisible();
		expect(await downloads(page, /Formulaire\.pdf/)).toBe('Formulaire.pdf');
		await page.getByRole('button', { name: 'Donner l’accusé de lecture' }).click();
		await expect(page.getByText(/Accusé de lecture donné/)).toBeVisible();
		await comes(desk, desk.url(), () => desk.getByText(/dont 1 avec accusé de lecture/));
	});

	await test.step('without the network: found again, and a question written', async () => {
		await page.context().setOffline(true);
		await page.goto('/messages/correspondances');
		await page.getByLabel('Rechercher').fill('conge FORMATION');
		await expect(page.getByText('1 résultat')).toBeVisible();
		await expect(page.getByRole('link', { name: /Congé de formation/ })).toBeVisible();
		await page.getByRole('link', { name: 'Écrire au service' }).click();
		await page.getByLabel('Objet').fill('Congé de formation');
		await page.getByRole('textbox', { name: 'Message' }).fill('Quelle durée\u202f?');
		await page.getByRole('button', { name: 'Envoyer' }).click();
		await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();
		exchange = page.url();
		await page.context().setOffline(false);
	});

	await test.step('the help, searched without the network', async () => {
		await page.context().setOffline(true);
		await page.goto('/aide');
		await page.getByLabel('Rechercher dans l’aide').fill('sans VERROU cle');
		await expect(page.getByText('1 réponse', { exact: true })).toBeVisible();
		await expect(page.getByText('Appareil partagé')).toBeVisible();
		await page.context().setOffline(false);
	});

	await test.step('answered with a file', async () => {
		await page.goto(exchange);
		await comes(desk, '/echanges', () => desk.getByRole('link', { name: 'Congé de formation' }));
		await desk.getByRole('link', { name: 'Congé de formation' }).click();
		await desk.getByLabel('Réponse').fill('Voici l’arrêté.');
		await desk.getByLabel('Joindre des PDF').setInputFiles(await aPdf('Arrete.pdf'));
		await desk.getByRole('button', { name: 'Répondre' }).click();
		await expect(desk.getByText(/Réponse enregistrée/)).toBeVisible();
		await comes(page, exchange, () => page.getByText('Voici l’arrêté.'));
		expect(await downloads(page, /Arrete\.pdf/)).toBe('Arrete.pdf');
	});
	await office.close();
});
