/** The operator's command that puts other notification keys in service. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TEST_BUILD } from '../support/demo-data';
import { expect, startServer, test } from '../support/e2e';
import { testSettings } from '../support/settings.js';
import { signInAs } from '../support/sign-in';

test('keys put in service by the operator are those that browsers subscribe under from then on', async ({
	page
}) => {
	test.setTimeout(90_000);
	const server = await startServer();
	try {
		await signInAs(page, 'Enseignante', server.origin);
		const keyNow = async () => {
			const answer = await page.request.get(`${server.origin}/api/v1/push-subscriptions`);
			return ((await answer.json()) as { publicKey: string }).publicKey;
		};
		const before = await keyNow();
		// A base of its own, as the embedded one is, takes one process at a time.
		await server.stop();
		const { stdout } = await promisify(execFile)(
			process.execPath,
			[`${TEST_BUILD}/cli/command-line.js`, 'rotate-push-keys'],
			{ env: { ...process.env, ...testSettings, ...server.data.env } }
		);
		expect(stdout).toContain('Nouvelles clés de notification');
		await server.start();
		const after = await keyNow();
		expect(after).toMatch(/^[\w-]{87}$/);
		expect(after).not.toBe(before);
	} finally {
		await server.remove();
	}
});
