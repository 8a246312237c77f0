/** Playwright's `test` with a server: one per worker, with the demonstration data. */
import { test as base } from '@playwright/test';
import { startServer, type TestServer } from './server';

export { expect } from '@playwright/test';
export { startServer, TestServer } from './server';

export const test = base.extend<object, { server: TestServer }>({
	server: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures it needs here
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.remove();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	baseURL: async ({ server }, use) => use(server.origin)
});
