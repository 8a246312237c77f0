/** From the camera to the server, on a phone: a fake camera, a real browser, the product's own server. */
import { chromium as launcher, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '../support/browsers';
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';
import { signInAs } from '../support/sign-in';

test.describe.configure({ timeout: 150_000 });

const fakeCamera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

async function describePiece(page: Page, type: string, date: string) {
	await page.getByLabel('Nature de la pièce').selectOption(type);
	await page.getByLabel('Date de la pièce').fill(date);
}

/** Everything this browser keeps, as its disk would give it to someone who reads it. */
const kept = (page: Page) =>
	page.evaluate(async () => {
		const found: string[] = [];
		for (const { name } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open(name!);
				request.onsuccess = () => resolve(request.result);
			});
			for (const store of db.objectStoreNames) {
				const rows = await new Promise<unknown[]>((resolve) => {
					const request = db.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => resolve(request.result);
				});
				if (!name!.endsWith('-pieces')) continue;
				for (const row of rows as Record<string, unknown>[]) {
					for (const value of Object.values(row)) {
						if (value instanceof Uint8Array) found.push(new TextDecoder('latin1').decode(value));
					}
				}
			}
			db.close();
		}
		return found;
	});

test('photographed without the network, straightened, kept encrypted, then received and accepted', async () => {
	const server = await startServer();
	const profile = mkdtempSync(join(tmpdir(), 'carnet-camera-'));
	const context = await launcher.launchPersistentContext(profile, {
		...chromium,
		args: [...chromium.args, ...fakeCamera],
		locale: 'fr-FR',
		viewport: { width: 390, height: 844 }
	});
	const page = await context.newPage();
	await signIn(page, server.origin);
	await untilOfflineReady(page);
	await page.goto(`${server.origin}/plus/documents`);
	await expect(page.getByText('3 Mo')).toBeVisible();
	await server.stop();

	await page.getByRole('link', { name: 'Déposer une pièce' }).click();
	await page.getByRole('button', { name: 'Photographier' }).click();
	const shutter = page.getByRole('button', { name: 'Photographier' });
	await expect(shutter).toBeEnabled();
	await shutter.click();
	await expect(page.getByRole('img', { name: /Page 1,/ })).toBeVisible({ timeout: 20_000 });
	await shutter.click();
	await expect(page.getByRole('img', { name: /Page 2,/ })).toBeVisible({ timeout: 20_000 });
	await page.getByRole('button', { name: 'Terminé' }).click();
	await page.getByRole('button', { name: 'Tourner la page 2' }).click();
	await page.getByRole('button', { name: 'Recadrer' }).first().click();
	await page.getByRole('button', { name: /Premier coin/ }).focus();
	for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown');
	await page.getByRole('button', { name: 'Recadrer' }).click();
	await describePiece(page, 'justificatif-domicile', '2026-04-12');
	await expect(page.getByLabel('Nom du fichier')).toHaveValue('JustifDomicile_Avril2026.pdf');
	await page.getByRole('button', { name: 'Déposer', exact: true }).click();

	await expect(page.getByText('Enregistrée sur ce téléphone')).toBeVisible({ timeout: 20_000 });
	const stored = await kept(page);
	expect(Math.max(...stored.map((bytes) => bytes.length))).toBeGreaterThan(5000);
	expect(stored.filter((bytes) => /%PDF|JustifDomicile|JFIF/.test(bytes))).toEqual([]);

	await server.start();
	await page.reload();
	await expect(page.getByText('Acceptée')).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText('2 pages')).toBeVisible();
	await expect(page.getByText(/Conservée jusqu’au/)).toBeVisible();
	await expect.poll(async () => (await kept(page)).length, { timeout: 20_000 }).toBe(0);

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Télécharger' }).click();
	const pdf = readFileSync(await (await download).path(), 'latin1');
	expect(pdf.startsWith('%PDF-')).toBe(true);
	expect(pdf.includes('Exif')).toBe(false);
	await context.close();
	rmSync(profile, { recursive: true, force: true });
	await server.remove();
});

test('a hostile file is refused with what to do about it, and the gestion reads only sound ones', async ({
	page,
	browser
}) => {
	// A server of its own: pieces that another test deposited would be in the same lists.
	const server = await startServer();
	await signIn(page, server.origin);
	const depositFile = async (name: string, content: Buffer) => {
		await page.goto(`${server.origin}/plus/documents/deposer`);
		await page
			.getByLabel('Fichiers à déposer')
			.setInputFiles({ name, mimeType: 'application/pdf', buffer: content });
		await describePiece(page, 'attestation-employeur', '2026-05-02');
		await page.getByRole('button', { name: 'Déposer', exact: true }).click();
		await page.waitForURL('**/plus/documents');
	};
	await depositFile('page.pdf', Buffer.from('<html><script>alert(1)</script></html>'));
	await expect(page.getByText('Ce fichier n’est pas un PDF')).toBeVisible({ timeout: 30_000 });
	await depositFile('bon.pdf', readFileSync('tests/fixtures/pdf/chromium-page.pdf'));
	await expect(page.getByText('Acceptée')).toBeVisible({ timeout: 30_000 });

	const answer = await page.request.get(
		`${server.origin}/api/v1/documents/01924d3c-0000-7000-8000-000000000001`
	);
	expect(answer.status()).toBe(404);

	const desk = await (await browser.newContext({ baseURL: server.origin })).newPage();
	await signInAs(desk, 'Gestionnaire', server.origin);
	await desk.goto('/gestion/pieces');
	const line = desk.getByRole('button', { name: /^Ouvrir AttestationEmployeur_Mai2026\.pdf/ });
	await expect(line).toHaveCount(1);
	await line.click();
	await expect(desk.getByText('Page 1 sur 1')).toBeVisible({ timeout: 30_000 });
	const ink = () =>
		desk.evaluate(() => {
			const canvas = document.querySelector('canvas')!;
			const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
			return data.filter((value, at) => at % 4 === 0 && value < 128).length;
		});
	await expect.poll(ink, { timeout: 20_000 }).toBeGreaterThan(100);
	await server.remove();
});
