import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';

// Starting servers and stopping them takes its time on a busy machine; what is measured is not that.
test.describe.configure({ timeout: 120_000 });

test(
	'two tabs show the same, without the network too, and send each write once',
	{
		tag: '@firefox'
	},
	async ({ page, context }) => {
		const server = await startServer();
		await signIn(page, server.origin);
		await untilOfflineReady(page);
		let answered = 0;
		context.on('response', (response) => {
			if (response.url().endsWith('/sync/push')) answered += 1;
		});
		await server.stop();

		const other = await context.newPage();
		for (const tab of [page, other]) await tab.goto(`${server.origin}/plus/notes`);
		await page.getByLabel('Titre').fill('Conseil de classe');
		await page.getByLabel('Texte').fill('Préparer les bulletins.');
		await page.getByRole('button', { name: 'Enregistrer' }).click();
		await expect(other.getByText('Préparer les bulletins.')).toBeVisible();
		await expect(other.getByText('Enregistré sur ce téléphone')).toBeVisible();

		await server.start();
		// Both tabs learn at once that the network is back.
		for (const tab of [page, other]) {
			await tab.evaluate(() => window.dispatchEvent(new Event('online')));
		}
		for (const tab of [page, other]) {
			await expect(tab.getByText(/Envoyé · reçu C-/)).toBeVisible();
		}
		expect(answered).toBe(1);
		await server.remove();
	}
);
