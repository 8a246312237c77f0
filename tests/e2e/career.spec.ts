/** The career screens as a teacher uses them: pay, projection and its exports, appeals, perspectives. */
import type { Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';
import { signInAs } from '../support/sign-in';

test.describe.configure({ timeout: 90_000 });

/** The demonstration's teacher is a certifiée, 8th échelon since 1 March 2025. */
test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-23T10:00:00Z'));

async function open(page: Page, path: string) {
	await signInAs(page, 'Enseignante');
	await page.goto(path);
	await page.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Whether the phone has kept the answers given so far: it does so a moment after each one. */
const keepsAnswers = (page: Page) =>
	page.evaluate(async () => {
		const known = await indexedDB.databases();
		const name = known.find((each) => /^carnet-[0-9a-f]{8}-/.test(each.name ?? ''))?.name ?? '';
		const settled = <T>(request: IDBRequest<T>) =>
			new Promise<T>((done, fail) => {
				request.onsuccess = () => done(request.result);
				request.onerror = () => fail(request.error);
			});
		const database = await settled(indexedDB.open(name));
		const count = await settled(
			database.transaction('drafts').objectStore('drafts').count('carriere')
		);
		database.close();
		return count > 0;
	});

const bytesOf = async (download: Download) => readFileSync(await download.path());

test('the pay follows each answer, explains itself, and is still there without the server', async ({
	page
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await page.goto(`${server.origin}/carriere/remuneration`);
	const net = page.locator('.net').getByRole('button');
	const before = await net.innerText();
	await page.getByLabel('Zone de résidence de l’établissement').selectOption('1');
	await page.getByLabel('Enfants à charge').selectOption('2');
	await page.getByLabel('Je perçois l’ISOE (suivi et orientation des élèves)').selectOption('oui');
	await expect(net).not.toHaveText(before);
	await expect(page.getByText('Indemnité de résidence', { exact: true })).toBeVisible();
	await expect(page.getByText('ISOE, part fixe')).toBeVisible();

	const supplement = page
		.locator('dl > div', { hasText: 'Supplément familial de traitement' })
		.getByRole('button');
	await supplement.click();
	const sheet = page.getByRole('dialog', { name: 'Pourquoi ?' });
	await expect(sheet).toContainText('Enfants à charge');
	await expect(sheet).toContainText('OpenFisca');
	await page.keyboard.press('Escape');
	await expect(supplement).toBeFocused();

	await untilOfflineReady(page);
	const said = await net.innerText();
	await server.stop();
	await page.goto(`${server.origin}/carriere/remuneration`);
	await expect(page.getByLabel('Enfants à charge')).toHaveValue('2');
	await expect(net).toHaveText(said);
	await page.getByLabel('À quelle date').selectOption({ index: 1 });
	await expect(net).not.toHaveText(said);
	await server.remove();
});

test('one’s own service moves every scenario, and the reform is never taken for a rule', async ({
	page
}) => {
	await open(page, '/carriere/projection');
	const steps = page.getByRole('list', { name: /^Étapes/ });
	await expect(steps).toContainText('1er septembre 2028');
	await page.getByLabel(/en établissement classé/).fill('3');
	await expect(steps).toContainText('1er juin 2028');
	await page.getByLabel('Nature de la période').selectOption('disponibilite');
	await page.getByLabel('Premier jour').fill('2027-01-01');
	await page.getByLabel('Dernier jour').fill('2026-01-01');
	await page.getByRole('button', { name: 'Ajouter la période' }).click();
	await expect(page.getByText('Le dernier jour vient avant le premier.')).toBeVisible();
	await page.getByLabel('Dernier jour').fill('2027-12-31');
	await page.getByLabel('Part qui compte pour l’avancement').selectOption('0');
	await page.getByRole('button', { name: 'Ajouter la période' }).click();
	await expect(steps).toContainText('1er juin 2029');
	await expect(steps).toContainText('à confirmer');
	await page.getByRole('button', { name: /^Retirer/ }).click();
	await expect(steps).toContainText('1er juin 2028');

	await page.getByLabel('Avec la réforme annoncée').check();
	await expect(page.getByText('Projet non confirmé', { exact: true })).toBeVisible();
	await page.getByRole('radio', { name: 'projet de réforme non confirmé' }).check();
	await steps.getByRole('button', { name: /^1er/ }).first().click();
	await expect(page.getByRole('dialog')).toContainText('ces durées ne sont pas en vigueur');
});

test('three futures stand side by side, each figure with its reason', async ({ page }) => {
	await open(page, '/carriere/projection');
	await page.getByLabel('Promotion ou concours supposé').selectOption('agrege:2028');
	await page.getByLabel('À comparer avec').selectOption('agrege:2032');
	await expect(page.getByText('Trois scénarios au plus')).toBeVisible();
	await expect(page.getByLabel('Avec la réforme annoncée')).toBeDisabled();
	const futures = page
		.getByRole('region', { name: 'Côte à côte, au 23 novembre 2036' })
		.getByRole('listitem');
	await expect(futures).toHaveText([
		/^\s*à l’ancienneté[^+]*11e\séchelon[^+]*$/,
		/^\s*agrégation le 1er\ssept\.\s2028[^+]*\+57[^+]* sur la période/,
		/^\s*agrégation le 1er\ssept\.\s2032[^+]*\+28[^+]* sur la période/
	]);
	await futures
		.nth(1)
		.getByRole('button', { name: /sur la période/ })
		.click();
	await expect(page.getByRole('dialog', { name: 'Pourquoi ?' })).toContainText(
		'indemnités et cotisations non comptées'
	);
});

test('a projection leaves as a spreadsheet, a picture and paper, made on this phone', async ({
	page
}) => {
	await open(page, '/carriere/projection');
	await page.getByLabel('Avec la bonification d’un an').check();

	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tableur (CSV)' }).click()
	]);
	expect(csv.suggestedFilename()).toBe('carnet-projection-2026-11-23.csv');
	const rows = (await bytesOf(csv)).toString('utf8').split('\r\n');
	expect(rows[0]).toBe('\ufeffScénario;Date;Étape;Indice majoré;Traitement brut mensuel (€)');
	expect(rows).toContain('à l’ancienneté;01/09/2028;9e\u00a0échelon;595;2929,06');
	expect(rows).toContain('avec bonification d’un an;01/09/2027;9e\u00a0échelon;595;2929,06');

	const [png] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Image (PNG)' }).click()
	]);
	const picture = await bytesOf(png);
	expect(picture.subarray(1, 4).toString()).toBe('PNG');
	const colours = await page.evaluate(async (base64) => {
		const image = await createImageBitmap(
			new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))])
		);
		const canvas = new OffscreenCanvas(image.width, image.height);
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const pixels = new Uint32Array(
			context.getImageData(0, 0, image.width, image.height).data.buffer
		);
		return { width: image.width, colours: new Set(pixels).size };
	}, picture.toString('base64'));
	expect(colours.width).toBeGreaterThan(500);
	// A blank or black picture has one or two.
	expect(colours.colours).toBeGreaterThan(20);

	const paper = await page.pdf({ format: 'A4' });
	expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('table').first()).toBeVisible();
	await expect(page.getByRole('table').first()).toContainText('1er sept. 2028');
	await expect(page.getByRole('img', { name: /^Traitement brut mensuel/ })).toBeVisible();
	await expect(page.getByRole('navigation').first()).toBeHidden();
	await expect(page.getByRole('button', { name: 'Tableur (CSV)' })).toBeHidden();
});

test('a projection is shared as a file or as text, never as an address', async ({ page }) => {
	await page.addInitScript(() => {
		const shared: { names: string[]; url: string | undefined }[] = [];
		Object.assign(globalThis, { shared });
		Object.assign(navigator, {
			canShare: ({ files }: ShareData) => (files?.length ?? 0) > 0,
			share: async ({ files = [], url }: ShareData) =>
				void shared.push({ names: files.map(({ name }) => name), url })
		});
	});
	await open(page, '/carriere/projection');
	await page.getByRole('button', { name: 'Partager' }).click();
	await expect(page.getByText('Fichier confié à l’application choisie.')).toBeVisible();
	expect(await page.evaluate(() => Reflect.get(globalThis, 'shared'))).toEqual([
		{ names: ['carnet-projection-2026-11-23.csv'] }
	]);

	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.evaluate(() => Object.assign(navigator, { canShare: () => false }));
	await page.getByRole('button', { name: 'Partager' }).click();
	await expect(page.getByText(/^Projection copiée/)).toBeVisible();
	const text = await page.evaluate(() => navigator.clipboard.readText());
	expect(text).toContain('9e\u00a0échelon, INM 595');
	expect(text).not.toContain('Marchal');
	expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('');
});

test('the dates of an appeal follow the day the appreciation was received, and can be remembered', async ({
	page
}) => {
	await open(page, '/carriere/rendez-vous');
	await expect(
		page.getByRole('list', { name: 'Rendez-vous de carrière', exact: true })
	).toContainText('3e rendez-vous');
	await page.getByLabel('Appréciation reçue le').fill('2026-11-20');
	await expect(page.getByText('au plus tard le 21 décembre 2026')).toBeVisible();
	await page.getByRole('button', { name: /^Me le rappeler le 21 décembre 2026/ }).click();
	await expect(page.getByText('Ajouté à vos échéances.')).toBeVisible();
	await page.goto('/plus/echeances');
	await expect(page.getByRole('link', { name: /Recours gracieux/ })).toBeVisible();
});

test('each way out has its dated conditions, its reason and an action', async ({ page }) => {
	await open(page, '/carriere/perspectives');
	const direction = page
		.getByRole('region', { name: 'Personnel de direction, liste d’aptitude' })
		.first();
	await expect(direction).toContainText('À dire');
	await direction.getByLabel('Je remplis cette condition').check();
	await expect(direction).not.toContainText('À dire');
	await expect(direction).toContainText('Et maintenant');

	await page.getByLabel('Vers').selectOption('agrege');
	const change = page.getByRole('region', { name: 'Si je changeais de grade ou de corps' });
	await expect(change).toContainText('Échelon d’arrivée');
	await change
		.getByRole('button', { name: /échelon/ })
		.first()
		.click();
	await expect(page.getByRole('dialog')).toContainText('135/175');
	await page.keyboard.press('Escape');
	await page.getByLabel('Vers').selectOption('hors-classe');
	await expect(change).toContainText('Pas à cette date');
	await expect(
		page.getByRole('region', { name: 'Détachement dans la fonction publique territoriale' })
	).toContainText('Aucune règle trouvée');
});

test('others are shown as far as they were published, and the rest is said not to be', async ({
	page
}) => {
	await open(page, '/carriere/comparaison');
	await expect(page.getByRole('img', { name: /^Âges au 30 novembre 2022/ })).toBeVisible();
	await expect(page.getByText('Ce qui n’est pas publié')).toBeVisible();
	await expect(page.getByText(/moins de 5 personnes/)).toBeVisible();
});

test('charts and gauges say in words what they draw', async ({ page }) => {
	await open(page, '/carriere/projection');
	await expect(page.getByRole('figure').first()).toMatchAriaSnapshot(
		'- img /Traitement brut mensuel du .* à l’ancienneté.*de.*€ à.*€/'
	);

	// The year she reads her points for the first time.
	await page.clock.setFixedTime('2031-01-10T10:00:00Z');
	await page.goto('/carriere/promotion');
	await page.getByRole('radio', { name: 'Excellent' }).check();
	const gauge = page.getByRole('img', {
		name: /^Repère pour 2031\s: (Trop tôt|Possible|Probable)$/
	});
	await expect(gauge).toBeVisible();
	const word = (await gauge.getAttribute('aria-label'))!.split(/\s:\s/)[1]!;
	await expect(page.getByText(word, { exact: true }).first()).toBeVisible();
	await expect.poll(() => keepsAnswers(page)).toBe(true);
	await page.reload();
	await expect(page.getByRole('radio', { name: 'Excellent' })).toBeChecked();
});

test('by keyboard alone: a scenario, its reason, and back', async ({ page }) => {
	await open(page, '/carriere/projection');
	await page.getByRole('radio', { name: '10 ans' }).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByRole('radio', { name: '5 ans' })).toBeChecked();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(page.getByLabel('Avec la bonification d’un an')).toBeChecked();
	const reason = page
		.getByRole('list', { name: /^Étapes/ })
		.getByRole('button')
		.first();
	await reason.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Pourquoi ?' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(reason).toBeFocused();
});

test('those who decide see no projection', async ({ page }) => {
	await signInAs(page, 'Gestionnaire');
	await page.goto('/carriere/projection');
	await expect(
		page.getByText('Cette page ne montre sa carrière qu’à la personne concernée.')
	).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Étapes' })).toHaveCount(0);
});
