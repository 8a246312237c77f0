/** What a person does in a browser, for the tests of whole screens. */
import { expect, type Page } from '@playwright/test';

/** Signs in with a demonstration account, on the sign-in page where one is led back to what one asked for. */
export async function signInHere(page: Page, account = 'Enseignante'): Promise<void> {
	await page.getByRole('button', { name: account, exact: true }).click();
	await page.waitForURL((url) => url.pathname !== '/connexion', { timeout: 30_000 });
}

/** Signs in with a demonstration account and waits until the phone has its data. */
export async function signIn(page: Page, origin: string, account = 'Enseignante'): Promise<void> {
	await page.goto(`${origin}/connexion`);
	await page.getByRole('button', { name: account, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour', {
		timeout: 30_000
	});
}

/** Waits until the worker answers this page: from then on the network may go. */
export async function untilOfflineReady(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
	});
}
