/** « À qui est ce téléphone ? »: what each answer keeps, hides, closes and opens, in a real browser. */
import type { Page } from '@playwright/test';
import { expect, startServer, test, type TestServer } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';
import { choosePhone, CODE, withAuthenticator, writeNote } from '../support/phone';

// Starting servers and stopping them takes its time on a busy machine; what is measured is not that.
test.describe.configure({ timeout: 180_000 });

const DAY = 24 * 3600_000;

const lockNow = async (page: Page, { origin }: TestServer) => {
	await page.goto(`${origin}/plus/telephone`);
	await page.getByRole('button', { name: 'Verrouiller maintenant' }).click();
	await expect(page.getByRole('heading', { name: 'Carnet est verrouillé' })).toBeVisible();
};

const databases = (page: Page) =>
	page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

test('clé d’accès : tout s’ouvre sans réseau, et rien sans la clé', async ({ page, context }) => {
	const server = await startServer();
	await withAuthenticator(context, page);
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await choosePhone(page, server.origin, 'passkey');
	await writeNote(page, server.origin, 'Avant de verrouiller.');
	await lockNow(page, server);
	await server.stop();

	await page.goto(`${server.origin}/plus/notes`);
	await expect(page.getByRole('heading', { name: 'Carnet est verrouillé' })).toBeVisible();
	await page.getByRole('button', { name: 'Ouvrir' }).click();
	await expect(page.getByText('Avant de verrouiller.')).toBeVisible();
	// Open, it stays open from page to page.
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	await server.remove();
});

test('code : le réseau pour ouvrir, les essais comptés, ouvert jusqu’à ce qu’on le laisse', async ({
	page
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await choosePhone(page, server.origin, 'code');
	await lockNow(page, server);

	const code = page.getByLabel('Code de ce téléphone');
	const open = page.getByRole('button', { name: 'Ouvrir' });
	await code.fill('704921');
	await open.click();
	await expect(page.getByRole('alert')).toContainText('Il reste 9 essais');
	await server.stop();
	await code.fill(CODE);
	await open.click();
	await expect(page.getByRole('alert')).toContainText('Il faut le réseau');
	await server.start();
	await code.fill(CODE);
	await open.click();
	await expect(page.getByRole('heading', { name: /À qui est ce téléphone/ })).toBeVisible();

	await server.stop();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	await page.clock.install();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	await page.clock.fastForward(5 * 60_000 + 1000);
	await expect(page.getByRole('heading', { name: 'Carnet est verrouillé' })).toBeVisible();
	await server.remove();
});

test('appareil partagé : rien n’est gardé, ni données ni session', async ({ page, context }) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await choosePhone(page, server.origin, 'memory');
	expect(await databases(page)).toEqual([]);
	await page.goto(`${server.origin}/accueil`);
	await expect(page.getByText('Rien n’est gardé ici')).toBeVisible();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	expect(await databases(page)).toEqual([]);
	const lasting = (await context.cookies()).filter(({ expires }) => expires !== -1);
	expect(lasting.map(({ name }) => name)).toEqual([]);

	await server.stop();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByText('Il faut le réseau')).toBeVisible();
	await expect(page.getByText('Affectations')).toHaveCount(0);
	await server.remove();
});

test('appareil partagé, avec un écrit pas encore envoyé : refusé tant qu’il attend', async ({
	page
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await page.goto(`${server.origin}/plus/telephone`);
	await page.route('**/sync/push', (route) => route.abort());
	await writeNote(page, server.origin, 'Pas encore envoyé.');
	await page.goto(`${server.origin}/plus/telephone`);
	await page.getByRole('radio', { name: /^Appareil partagé/ }).check();
	await page.getByRole('button', { name: /^Choisir|^Garder/ }).click();
	await expect(page.getByRole('alert')).toContainText('pas encore sur le serveur');
	await server.remove();
});

test('sept jours sans contact, ou une horloge qui recule : la lecture se ferme, rien n’est perdu', async ({
	page
}) => {
	const server = await startServer();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await server.stop();
	await writeNote(page, server.origin, 'Écrit sans réseau.');
	for (const shift of [8 * DAY, -1 * DAY]) {
		await page.clock.setFixedTime(Date.now() + shift);
		await page.goto(`${server.origin}/carriere`);
		await expect(page.getByRole('heading', { name: 'Lecture fermée' })).toBeVisible();
	}
	await server.start();
	await page.clock.setFixedTime(Date.now());
	await page.getByRole('button', { name: 'Réessayer' }).click();
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
	await page.goto(`${server.origin}/plus/synchronisation`);
	await expect(page.getByText(/Envoyé · reçu C-/).first()).toBeVisible();
	await server.remove();
});

test('retiré depuis un autre appareil, un téléphone verrouillé efface tout à son premier contact', async ({
	page,
	server
}) => {
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await choosePhone(page, server.origin, 'code');
	const { devices } = (await (
		await page.request.get(`${server.origin}/api/v1/sync/appareils`)
	).json()) as { devices: { id: string; protection: string }[] };
	expect(devices.map(({ protection }) => protection)).toContain('code');
	await lockNow(page, server);
	for (const { id } of devices) {
		const headers = { origin: server.origin };
		await page.request.delete(`${server.origin}/api/v1/sync/appareils/${id}`, { headers });
	}
	await page.goto(`${server.origin}/carriere`);
	await page.waitForURL(`${server.origin}/`);
	expect((await databases(page)).filter((name) => name.startsWith('carnet-'))).toEqual([]);
});

test('le navigateur a effacé ce qui était gardé : c’est dit', async ({ page, context, server }) => {
	await signIn(page, server.origin);
	await page.goto('about:blank');
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', {
		...{ origin: server.origin, storageTypes: 'indexeddb' }
	});
	await page.goto(`${server.origin}/accueil`);
	await expect(page.getByText('Ce navigateur a effacé ce que Carnet gardait ici')).toBeVisible();
});

test('un navigateur qui ne garde rien : avec le réseau seulement, et c’est dit', async ({
	page,
	server
}) => {
	await page.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('refused', 'InvalidStateError');
		};
	});
	await signIn(page, server.origin);
	await expect(page.getByText('Ce navigateur ne garde rien')).toBeVisible();
	await page.goto(`${server.origin}/carriere`);
	await expect(page.getByRole('heading', { name: 'Affectations' })).toBeVisible();
});

test('plus de place : c’est dit, et le texte reste à l’écran', async ({ page, server }) => {
	// What a full disk answers; filling one would stop everything else on this machine.
	await page.addInitScript(() => {
		const { add } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...args) {
			if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError');
			return add.apply(this, args);
		};
	});
	await signIn(page, server.origin);
	await page.goto(`${server.origin}/plus/notes`);
	await page.getByLabel('Titre').fill('Trop');
	await page.getByLabel('Texte').fill('Ce texte ne doit pas se perdre.');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('alert')).toContainText('Il n’y a plus de place');
	await expect(page.getByLabel('Texte')).toHaveValue('Ce texte ne doit pas se perdre.');
});
