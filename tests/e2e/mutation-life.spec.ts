import type { Browser, Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, startServer, test } from '../support/e2e';
import { signInAs } from '../support/sign-in';

test.describe.configure({ mode: 'serial' });

/** The code a demonstration account reads on its telephone; waits for the next one when it has served. */
async function codeOf(page: Page, origin: string, label: string): Promise<string> {
	const codes = await page.context().newPage();
	const line = codes.locator('dl > div').filter({ hasText: new RegExp(`^\\s*${label} \\(`) });
	await expect(async () => {
		await codes.goto(`${origin}/demo/codes`);
		await expect(line).toHaveCount(1, { timeout: 500 });
	}).toPass({ timeout: 45_000 });
	const code = (await line.locator('dd').innerText()).replace(/\D/g, '');
	await codes.close();
	return code;
}

async function desk(browser: Browser, origin: string, account: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(`${origin}/connexion`);
	await page.getByRole('button', { name: account, exact: true }).click();
	await page.getByLabel('Code de vérification').fill(await codeOf(page, origin, account));
	await page.getByRole('button', { name: 'Vérifier le code' }).click();
	await page.getByRole('heading', { name: 'Gestion', level: 1 }).waitFor();
	return page;
}

/** Proves again who one is, where the page asks for it. */
async function prove(page: Page, origin: string, account: string) {
	if (!page.url().includes('/securite/confirmer')) return;
	const password = page.getByLabel('Mot de passe');
	if (await password.count()) await password.fill('pupitre-marelle-encrier-2026');
	else await page.getByLabel('Code de vérification').fill(await codeOf(page, origin, account));
	await page.getByRole('button', { name: 'Confirmer' }).click();
}

const moment = (days: number) => {
	const at = new Date(Date.now() + days * 24 * 3600_000);
	return at.toISOString().slice(0, 16);
};

/** Moves the campaign to another moment of its life by its own dates. */
async function setWindow(page: Page, origin: string, name: string, from: number, to: number) {
	await page.goto(`${origin}/gestion/campagnes`);
	await page.getByRole('link', { name: /inter-académique 2027/ }).click();
	const group = page.getByRole('group', { name });
	await group.getByLabel('Ouverture').fill(moment(from));
	await group.getByLabel('Clôture').fill(moment(to));
	await page.getByRole('button', { name: 'Enregistrer les dates' }).click();
	await expect(page.getByText('Les dates sont enregistrées.')).toBeVisible();
}

/** Accessible in both themes, and nothing runs over the edge of the smallest screen. */
async function sound(page: Page) {
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect(await violations(page)).toEqual([]);
	}
	const size = page.viewportSize()!;
	await page.setViewportSize({ width: 320, height: size.height });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	await page.setViewportSize(size);
}

async function freshRequest(page: Page, origin: string) {
	await page.goto(`${origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
	await expect(page.getByRole('button', { name: 'Synchroniser maintenant' })).toBeEnabled();
	await page.goto(`${origin}/mutation/demande`);
}

test('a request from the phone without network to its published result and the appeal', async ({
	page,
	context,
	browser
}) => {
	test.setTimeout(300_000);
	// A server of its own: what is published here would be everyone's record afterwards.
	const server = await startServer();
	const { origin } = server;

	// The teacher drafts without the network.
	await signInAs(page, 'Enseignante', origin);
	await page.goto(`${origin}/mutation/priorites`);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await expect(page.getByText(/Saisie ouverte/)).toBeVisible();
	await context.setOffline(true);
	await page.getByLabel('Demande', { exact: true }).selectOption('conjoints');
	await page.getByLabel('Code postal du lieu de travail').fill('35000');
	await page.getByRole('link', { name: 'Choix des académies' }).click();
	for (const academie of ['Rennes', 'Lyon']) {
		await page.getByLabel('Académie', { exact: true }).selectOption(academie);
		await page.getByRole('button', { name: 'Ajouter' }).click();
	}
	await page.getByRole('link', { name: 'Relire et déposer' }).click();
	await expect(page.getByText('Rien ne bloque le dépôt.')).toBeVisible();
	await sound(page);
	await page.getByRole('button', { name: 'Déposer ma demande' }).click();
	await expect(page.getByText('Pas encore déposée')).toBeVisible();
	await expect(page.getByText('Accusé de réception', { exact: true })).toHaveCount(0);

	// The network is back: the server's receipt, then the electronic signature.
	await context.setOffline(false);
	await freshRequest(page, origin);
	await expect(page.getByRole('heading', { name: 'Accusé de réception' })).toBeVisible();
	await expect(page.getByText('Saisi', { exact: true })).toBeVisible();
	await expect(page.getByText('Confirmation à signer').first()).toBeVisible();
	await sound(page);
	const verification = await page
		.getByRole('link', { name: 'Page de vérification' })
		.getAttribute('href');
	const pdf = await page.getByRole('link', { name: 'Reçu en PDF' }).getAttribute('href');
	const download = await page.request.get(`${origin}${pdf}`);
	expect((await download.body()).subarray(0, 5).toString()).toBe('%PDF-');
	await page.getByRole('link', { name: 'Signer la confirmation' }).click();
	await prove(page, origin, 'Enseignante');
	await page.getByRole('button', { name: 'Signer la confirmation' }).click();
	await expect(page.getByRole('heading', { name: 'Ma demande' })).toBeVisible();
	await page.goto(`${origin}${verification}`);
	await expect(page.getByText('Cet accusé est authentique')).toBeVisible();
	await sound(page);

	// The desk: a right refused, a second look, the initial barème.
	const manager = await desk(browser, origin, 'Gestionnaire');
	await manager.goto(`${origin}/gestion/dossiers`);
	await sound(manager);
	await manager.getByRole('button', { name: /Contrôle des pièces/ }).click();
	await expect(manager.getByRole('heading', { name: 'Droits demandés' })).toBeVisible();
	await sound(manager);
	const rights = manager.locator('li:has(form[action="?/decider"])');
	const count = await rights.count();
	for (let i = 0; i < count; i++) {
		const right = rights.nth(i);
		const refuse = right.getByRole('button', { name: /^Refuser Rapprochement/ });
		if ((await refuse.count()) > 0) {
			await right.getByLabel('Raison d’un refus').selectOption('piece-perimee');
			await refuse.click();
		} else await right.getByRole('button', { name: /^Accorder/ }).click();
		await expect(right.getByText(/^(Accordée|Refusée)$/)).toBeVisible();
	}
	await manager.getByRole('button', { name: 'Pièces vérifiées' }).click();
	await expect(manager.getByText('Contrôlé', { exact: true })).toBeVisible();
	const file = manager.url();
	const second = await desk(browser, origin, 'Second gestionnaire');
	await second.goto(`${origin}/gestion/dossiers`);
	await second.getByRole('button', { name: /Affichage du barème initial/ }).click();
	await second.getByRole('button', { name: 'Second regard sur les refus et corrections' }).click();
	await expect(second.getByText('C’est enregistré.')).toBeVisible();
	await manager.goto(file);
	await manager.getByRole('button', { name: 'Afficher le barème initial' }).click();
	await expect(manager.getByRole('heading', { name: 'Barème initial' })).toBeVisible();

	// The teacher contests the line.
	await setWindow(manager, origin, 'Contestation du barème initial', -1, 5);
	await freshRequest(page, origin);
	await expect(page.getByText('Contrôlé', { exact: true })).toBeVisible();
	await page.getByLabel(/Rapprochement de conjoints.*non retenu/).check();
	await page.getByLabel(/Pourquoi contestez-vous/).fill('Le PACS et l’attestation sont joints.');
	await page.getByRole('button', { name: 'Envoyer la contestation' }).click();
	await expect(page.getByText('En cours d’étude', { exact: true })).toBeVisible({
		timeout: 20_000
	});

	// The service accepts, then the results are published by two people.
	await manager.goto(file);
	await manager.getByLabel('Réponse motivée').fill('Les pièces établissent la situation.');
	await manager.getByRole('button', { name: 'Accepter' }).click();
	await expect(manager.getByText('Acceptée', { exact: true })).toBeVisible();
	await manager.getByRole('button', { name: 'Répondre et arrêter le barème' }).click();
	await expect(manager.getByRole('heading', { name: 'Barème définitif' })).toBeVisible();
	const number = /M-\d{6}/.exec(await manager.locator('main').innerText())![0];
	await setWindow(manager, origin, 'Recours', -1, 60);
	await manager.getByRole('button', { name: /en commission/ }).click();
	await expect(manager.getByText('Demandes concernées : 1.')).toBeVisible();
	await sound(manager);
	await manager.locator('input[type="file"]').setInputFiles({
		name: 'resultats.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(`Numéro;Résultat;Lieu\r\n${number};obtenu;Rennes\r\n`)
	});
	await manager.getByRole('button', { name: 'Répéter la publication' }).click();
	await prove(manager, origin, 'Gestionnaire');
	await expect(manager.getByText('Une seconde personne publie')).toBeVisible();
	await freshRequest(page, origin);
	await expect(page.getByText('Résultat publié', { exact: true })).toHaveCount(0);
	await second.goto(manager.url());
	await prove(second, origin, 'Second gestionnaire');
	await sound(second);
	await second.getByRole('button', { name: 'Publier tous ces résultats' }).click();
	await expect(second.getByText('Résultats publiés : 1.')).toBeVisible();

	// The result on the phone, and the appeal.
	await freshRequest(page, origin);
	await expect(page.getByText('Résultat publié', { exact: true }).first()).toBeVisible();
	await expect(page.getByText('Vœu obtenu')).toBeVisible();
	await sound(page);
	await page.getByText('Faire un recours').click();
	await page.getByLabel('Motif du recours').fill('Ma situation familiale a changé.');
	await page.getByRole('button', { name: 'Envoyer le recours' }).click();
	await expect(page.getByText('Recours', { exact: true }).first()).toBeVisible({ timeout: 20_000 });
	await server.remove();
});
