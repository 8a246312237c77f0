/** Passkeys in a real browser, with the authenticator it simulates. */
import type { Page } from '@playwright/test';
import { expect, startServer, test } from '../support/e2e';
import { signInAs } from '../support/sign-in';

async function withAuthenticator(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
			...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
			...{ hasPrf: true, automaticPresenceSimulation: true }
		}
	});
	return {
		/** The person gives the wrong finger, or the right one again. */
		verify: (isUserVerified: boolean) =>
			session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
		keys: async () =>
			(await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
	};
}

const useKey = (page: Page) => page.getByRole('button', { name: /clé d’accès$/ }).first();

async function createKey(page: Page, name: string) {
	await page.goto('/securite/cles-acces');
	await page.getByLabel('Nom de la clé').fill(name);
	await page.getByRole('button', { name: 'Créer une clé d’accès' }).click();
	await expect(page.getByText('La clé d’accès est enregistrée.')).toBeVisible();
}

async function leave(page: Page) {
	await page.goto('/deconnexion');
	await page.getByRole('button', { name: 'Se déconnecter' }).click();
	await page.waitForURL('**/connexion');
}

test('a teacher adds a passkey, signs in with it alone, and removes it', async ({ browser }) => {
	test.setTimeout(120_000);
	const server = await startServer();
	const page = await browser.newPage({ baseURL: server.origin });
	const device = await withAuthenticator(page);
	await signInAs(page, 'Enseignante', server.origin);
	await createKey(page, 'Mon téléphone');
	await expect(page.getByText('Vos codes de secours')).toBeVisible();
	expect(await device.keys()).toBe(1);

	await leave(page);
	await useKey(page).click();
	await page.waitForURL('**/accueil');

	// With a passkey set, a password alone no longer opens the account.
	await leave(page);
	await page.getByRole('button', { name: 'Enseignante', exact: true }).click();
	await page.waitForURL('**/connexion/verification');
	await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
	await page.waitForURL('**/accueil');

	await page.goto('/securite/confirmer?suite=%2Fsecurite%2Fcles-acces');
	await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
	await page.waitForURL('**/securite/cles-acces');
	await page.getByRole('button', { name: 'Retirer la clé Mon téléphone' }).click();
	await expect(page.getByText('La clé d’accès est retirée.')).toBeVisible();
	await page.close();
	await server.remove();
});

test('nothing that the key derives is sent to the server, and a wrong finger proves nothing', async ({
	browser
}) => {
	test.setTimeout(60_000);
	const server = await startServer();
	const page = await browser.newPage({ baseURL: server.origin });
	const device = await withAuthenticator(page);
	await signInAs(page, 'Enseignante', server.origin);
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PUT') sent.push(request.postData() ?? '');
	});
	await createKey(page, '');
	expect(sent).toHaveLength(1);
	expect(sent[0]).not.toContain('prf');

	await device.verify(false);
	await page.goto('/securite/confirmer');
	await useKey(page).click();
	await expect(page.getByText('La clé d’accès n’a pas été utilisée.')).toBeVisible();
	await page.close();
	await server.remove();
});
