import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
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

async function axe(page: Page) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

async function freshRequest(page: Page, origin: string) {
	await page.goto(`${origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
	await expect(page.getByRole('button', { name: 'Synchroniser maintenant' })).toBeEnabled();
	await page.goto(`${origin}/mutation/demande`);
}

test('a request from the phone without network to its receipt, its signature and the desk’s second look', async ({
	page,
	context,
	browser,
	server
}) => {
	test.setTimeout(300_000);
	const { origin } = server;

	// The teacher drafts without the network.
	await signInAs(page, 'Enseignante');
	await page.goto('/mutation/priorites');
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
	await axe(page);
	await page.getByRole('button', { name: 'Déposer ma demande' }).click();
	await expect(page.getByText('Pas encore déposée')).toBeVisible();
	await expect(page.getByText('Accusé de réception', { exact: true })).toHaveCount(0);

	// The network is back: the server's receipt, then the electronic signature.
	await context.setOffline(false);
	await freshRequest(page, origin);
	await expect(page.getByRole('heading', { name: 'Accusé de réception' })).toBeVisible();
	await expect(page.getByText('Saisi', { exact: true })).toBeVisible();
	await expect(page.getByText('Confirmation à signer').first()).toBeVisible();
	await axe(page);
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
	await axe(page);

	// The desk: a right refused, then a second look.
	const manager = await desk(browser, origin, 'Gestionnaire');
	await manager.goto(`${origin}/gestion/dossiers`);
	await axe(manager);
	await manager.getByRole('button', { name: /Contrôle des pièces/ }).click();
	await expect(manager.getByRole('heading', { name: 'Droits demandés' })).toBeVisible();
	await axe(manager);
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
	const second = await desk(browser, origin, 'Second gestionnaire');
	await second.goto(`${origin}/gestion/dossiers`);
	await second.getByRole('button', { name: /Affichage du barème initial/ }).click();
	await second.getByRole('button', { name: 'Second regard sur les refus' }).click();
	await expect(second.getByText('C’est enregistré.')).toBeVisible();
	await manager.context().close();
	await second.context().close();
});
