/**
 * A browser may change or lose its subscription without a word: it is confirmed at each start. Chromium
 * has no push service here, so its subscriptions are made by the test and kept where a reload finds them.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e';
import { signInAs } from '../support/sign-in';

interface Kept {
	readonly endpoint: string;
	readonly key: string;
}

function subscribeInPlaceOfTheBrowser() {
	const read = () => JSON.parse(localStorage.getItem('subscription') ?? 'null') as Kept | null;
	const bytes = (text: string) =>
		Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
	const subscriptionOf = ({ endpoint, key }: Kept) => ({
		endpoint,
		options: { applicationServerKey: bytes(key).buffer },
		// The server's own key is a point of the curve, which is all that is asked of a browser's.
		toJSON: () => ({ endpoint, keys: { p256dh: key, auth: 'A'.repeat(22) } }),
		unsubscribe: async () => localStorage.removeItem('subscription')
	});
	PushManager.prototype.getSubscription = async () => {
		const kept = read();
		return kept && (subscriptionOf(kept) as never);
	};
	PushManager.prototype.subscribe = async (options) => {
		const endpoint = `https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`;
		const kept = { endpoint, key: options!.applicationServerKey as string };
		localStorage.setItem('subscription', JSON.stringify(kept));
		return subscriptionOf(kept) as never;
	};
}

/** The endpoint that the server accepted during this visit. */
async function confirmedBy(page: Page, visit: () => Promise<unknown>): Promise<string> {
	const confirmed = page.waitForResponse(
		(answer) =>
			answer.request().method() === 'PUT' && answer.url().endsWith('/api/v1/push-subscriptions')
	);
	await visit();
	const answer = await confirmed;
	expect(answer.status()).toBe(200);
	return (answer.request().postDataJSON() as Kept).endpoint;
}

test('the subscription is confirmed at each start, and made again when the browser has lost it', async ({
	page,
	context,
	server
}) => {
	await context.grantPermissions(['notifications'], { origin: server.origin });
	await page.addInitScript(subscribeInPlaceOfTheBrowser);
	await signInAs(page, 'Enseignante');
	await page.goto('/messages/reglages');
	const first = await confirmedBy(page, () =>
		page.getByRole('button', { name: 'Être prévenu ici' }).click()
	);
	await expect(page.getByRole('button', { name: 'Ne plus être prévenu ici' })).toBeVisible();
	expect(await confirmedBy(page, () => page.goto('/accueil'))).toBe(first);

	await page.evaluate(() => localStorage.removeItem('subscription'));
	const again = await confirmedBy(page, () => page.goto('/accueil'));
	expect(again).not.toBe(first);
});
