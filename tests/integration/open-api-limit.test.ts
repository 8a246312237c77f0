/** The open API's limit is one for all the instances that share a database. */
import { db } from '$lib/server/db';
import { sharedRateLimiter } from '$lib/server/http/open-api/rate-limit';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';

const start = Date.parse('2026-11-22T10:00:00Z');
const [first, second] = [sharedRateLimiter(5), sharedRateLimiter(5)];

describe('requests of a caller', () => {
	useDatabase();
	beforeEach(() => db().deleteFrom('open_api_caller').execute());

	test('are counted by two instances together', async () => {
		for (let i = 0; i < 5; i++)
			expect((await (i % 2 ? first : second).take('192.0.2.1', start + i)).allowed).toBe(true);
		expect(await first.take('192.0.2.1', start + 5)).toMatchObject({
			allowed: false,
			remaining: 0
		});
		expect(await second.take('192.0.2.1', start + 6)).toMatchObject({ allowed: false });
		expect((await second.take('192.0.2.2', start + 7)).allowed).toBe(true);
	});

	test('sent at once never pass together', async () => {
		const verdicts = await Promise.all(
			Array.from({ length: 20 }, (_, i) => (i % 2 ? first : second).take('192.0.2.3', start))
		);
		expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
	});

	test('start afresh with the minute, and the past is forgotten', async () => {
		for (let i = 0; i < 6; i++) await first.take('192.0.2.4', start);
		await first.take('192.0.2.5', start);
		const next = await second.take('192.0.2.4', start + 60_000);
		expect(next).toMatchObject({ allowed: true, remaining: 4, resetSeconds: 60 });
		const rows = await db().selectFrom('open_api_caller').selectAll().execute();
		expect(rows).toHaveLength(1);
	});

	test('leave no address behind', async () => {
		await first.take('192.0.2.6', start);
		const { caller } = await db()
			.selectFrom('open_api_caller')
			.select('caller')
			.executeTakeFirstOrThrow();
		expect(caller).toMatch(/^[0-9a-f]{64}$/);
	});
});
