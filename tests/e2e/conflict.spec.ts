import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, startServer, test } from '../support/e2e';
import { signIn, untilOfflineReady } from '../support/person';

// Starting servers and stopping them takes its time on a busy machine; what is measured is not that.
test.describe.configure({ timeout: 180_000 });

async function rewrite(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: 'Modifier : Conseil' }).click();
	await page.getByLabel('Texte').fill(text);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByText('Enregistré sur ce téléphone')).toBeVisible();
}

async function exchange(page: Page, origin: string): Promise<void> {
	await page.goto(`${origin}/plus/synchronisation`);
	await page.getByRole('button', { name: 'Synchroniser maintenant' }).click();
}

/** Notes the number that the icon of the application would show. */
const watchBadge = (page: Page) =>
	page.addInitScript(() => {
		const show = (count: number) => {
			document.documentElement.dataset['badge'] = String(count);
			return Promise.resolve();
		};
		Object.defineProperty(navigator, 'setAppBadge', { value: show });
		Object.defineProperty(navigator, 'clearAppBadge', { value: () => show(0) });
	});

const badge = (page: Page) =>
	page.evaluate(() => Number(document.documentElement.dataset['badge'] ?? 0));

/** The badge counts what is to be seen again and what is to be read; messages come by themselves. */
async function beyondUnread(page: Page): Promise<number> {
	const bar = page.getByRole('link', { name: /^Messages/ }).first();
	const unread = /(\d+) à lire/.exec(await bar.innerText())?.[1] ?? 0;
	return (await badge(page)) - Number(unread);
}

test('a note written on two phones is shown in both versions, can be kept in a file, and the person chooses', async ({
	page: first,
	browser
}, testInfo) => {
	const server = await startServer();
	const { origin } = server;
	await signIn(first, origin);
	await untilOfflineReady(first);
	await first.goto(`${origin}/plus/notes`);
	await first.getByLabel('Titre').fill('Conseil');
	await first.getByLabel('Texte').fill('Version commune');
	await first.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(first.getByText(/Envoyé · reçu C-/)).toBeVisible();

	const otherPhone = await browser.newContext({
		...(testInfo.project.use as object),
		...{ locale: 'fr-FR', acceptDownloads: true }
	});
	const second = await otherPhone.newPage();
	await watchBadge(second);
	await signIn(second, origin);
	await untilOfflineReady(second);
	await second.goto(`${origin}/plus/notes`);
	await expect(second.getByText('Version commune')).toBeVisible();

	await server.stop();
	await rewrite(first, 'Version du premier téléphone');
	await rewrite(second, 'Version du second téléphone');
	await second.goto(`${origin}/plus/synchronisation`);
	const [file] = await Promise.all([
		second.waitForEvent('download'),
		second.getByRole('button', { name: 'Garder une copie en fichier' }).click()
	]);
	const kept = JSON.parse(readFileSync(await file.path(), 'utf8')) as object[];
	expect(kept).toMatchObject([{ state: 'waiting', text: 'Version du second téléphone' }]);

	await server.start();
	await exchange(first, origin);
	await expect(first.getByText('Rien n’attend')).toBeVisible();
	await exchange(second, origin);
	await expect(second.getByText('Cet élément a changé sur un autre appareil')).toBeVisible();
	const here = second.getByRole('heading', { name: 'Sur ce téléphone' }).locator('..');
	const there = second.getByRole('heading', { name: 'Sur le serveur' }).locator('..');
	await expect(here).toContainText('Version du second téléphone');
	await expect(there).toContainText('Version du premier téléphone');
	await expect.poll(() => beyondUnread(second)).toBe(1);
	await second.screenshot({ path: testInfo.outputPath('both-versions.png'), fullPage: true });

	await second.getByRole('button', { name: 'Garder la mienne' }).click();
	await expect(second.getByText(/Envoyé · reçu C-/).first()).toBeVisible();
	await expect.poll(() => beyondUnread(second)).toBe(0);
	await exchange(first, origin);
	await first.goto(`${origin}/plus/notes`);
	await expect(first.getByText('Version du second téléphone')).toBeVisible();
	await otherPhone.close();
	await server.remove();
});
