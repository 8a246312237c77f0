/** A photograph already taken: what is said of it before it leaves, and what does not leave with it. */
import { expect, test } from '../support/e2e';
import { photograph, tracesIn } from '../support/documents/photo';
import { signIn } from '../support/person';

test.describe.configure({ timeout: 120_000 });

test('it is judged before it leaves, and leaves without its place nor its device', async ({
	page,
	server
}) => {
	await signIn(page, server.origin);
	await page.goto('/plus/documents/deposer');
	const choose = async (name: string, buffer: Buffer) => {
		await page
			.getByLabel('Fichiers à déposer')
			.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
	};
	const remove = () => page.getByRole('button', { name: 'Retirer la page 1' }).click();
	for (const [advice, look] of [
		['trop sombre', { paper: '#181818', ink: '#000' }],
		['vide', { lines: 0 }],
		['floue', { blur: 7 }]
	] as const) {
		await choose('photo.jpg', await photograph(page, look));
		await expect(page.getByText(`Cette page paraît ${advice}`)).toBeVisible({ timeout: 20_000 });
		await remove();
	}
	const photo = await photograph(page);
	expect(tracesIn(photo)).toHaveLength(3);
	await choose('photo.jpg', photo);
	const first = page.getByRole('img', { name: /^Page 1,/ });
	await expect(first).toBeVisible({ timeout: 20_000 });
	await expect(page.getByText(/Cette page paraît/)).toHaveCount(0);
	// It lay on its side, and its file said so.
	const shape = () =>
		first.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth);
	expect(await shape()).toBe(true);
	await page.getByLabel('Nature de la pièce').selectOption('justificatif-domicile');
	await page.getByLabel('Date de la pièce').fill('2026-04-12');
	await page.getByRole('button', { name: 'Déposer', exact: true }).click();
	await expect(page.getByText('Acceptée')).toBeVisible({ timeout: 60_000 });
	const href = await page.getByRole('link', { name: 'Télécharger' }).getAttribute('href');
	const kept = await (await page.request.get(href!)).body();
	expect(kept.subarray(0, 5).toString()).toBe('%PDF-');
	// The very bytes that left the phone: the server keeps no others than those of its digest.
	expect(tracesIn(kept)).toEqual([]);
});
