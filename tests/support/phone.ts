/** « À qui est ce téléphone ? », answered in a browser, and what its disk then holds. */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const CODE = '508213';

const names = {
	passkey: /clé d’accès/,
	code: /^Mon téléphone, code/,
	clear: /sans verrou/,
	memory: /^Appareil partagé/
} as const;

/** An authenticator inside the browser that knows the secret of passkeys (PRF). */
export async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
	const devtools = await context.newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal' },
			...{ hasResidentKey: true, hasUserVerification: true, hasPrf: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
}

/** Answers the question on its screen and waits until it is done. */
export async function choosePhone(
	page: Page,
	origin: string,
	protection: keyof typeof names
): Promise<void> {
	await page.goto(`${origin}/plus/telephone`);
	await page.getByRole('radio', { name: names[protection] }).check();
	if (protection === 'code') {
		await page.getByLabel('Code', { exact: true }).fill(CODE);
		await page.getByLabel('Le même code').fill(CODE);
	}
	await page.getByRole('button', { name: /^(Choisir|Garder ce choix)$/ }).click();
	await expect(page.getByText('C’est fait')).toBeVisible({ timeout: 30_000 });
}

/** Writes a personal note that holds `text`. */
export async function writeNote(page: Page, origin: string, text: string): Promise<void> {
	await page.goto(`${origin}/plus/notes`);
	await page.getByLabel('Titre').fill('Essai');
	await page.getByLabel('Texte').fill(text);
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Essai' })).toBeVisible();
}

function* filesUnder(folder: string): Generator<string> {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		const stat = statSync(path, { throwIfNoEntry: false });
		if (stat?.isDirectory()) yield* filesUnder(path);
		else if (stat?.isFile()) yield path;
	}
}

/** Files of a profile that hold a word, in UTF-8 or UTF-16. The browser must be closed. */
export function filesHolding(profile: string, word: string): string[] {
	const forms = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
	return [...filesUnder(profile)].filter((path) => {
		const bytes = readFileSync(path);
		return forms.some((form) => bytes.includes(form));
	});
}
