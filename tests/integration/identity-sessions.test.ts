import { lifetimeOf } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { closeSession, closeSessionsOf, openSession, readSession } from '$lib/server/identity';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { anAccount } from '../support/people';

const proof = () => ({
	factor: 'password' as const,
	at: new Date(),
	device: 'Firefox sur Android'
});

/** Time goes by: every date of every session moves back. */
const pass = (seconds: number) =>
	sql`update session set
		created_at = created_at - make_interval(secs => ${seconds}::float8),
		expires_at = expires_at - make_interval(secs => ${seconds}::float8),
		ends_at = ends_at - make_interval(secs => ${seconds}::float8),
		last_seen_at = last_seen_at - make_interval(secs => ${seconds}::float8)`.execute(db());

describe('a session', () => {
	useDatabase();
	beforeEach(async () => void (await db().deleteFrom('account').execute()));

	test('gives back the person it was opened for', async () => {
		const person = await anAccount({ role: 'dpo' });
		const id = await openSession(person, proof());
		expect((await readSession(id))?.user).toEqual(person);
	});

	test('is kept only as a digest, which opens nothing', async () => {
		const id = await openSession(await anAccount(), proof());
		const { id_hash } = await db().selectFrom('session').selectAll().executeTakeFirstOrThrow();
		expect(id_hash).not.toContain(id);
		expect(await readSession(id_hash)).toBeNull();
	});

	test('ends when it has not been used for its idle time', async () => {
		const person = await anAccount({ role: 'gestionnaire' });
		const id = await openSession(person, proof());
		await pass(lifetimeOf('gestionnaire').idleSeconds + 1);
		expect(await readSession(id)).toBeNull();
	});

	test('lasts while it is used, and never beyond its absolute time', async () => {
		const person = await anAccount({ role: 'gestionnaire' });
		const { idleSeconds, absoluteSeconds } = lifetimeOf('gestionnaire');
		const id = await openSession(person, proof());
		const step = idleSeconds * 0.8;
		let lasted = 0;
		for (let opened: unknown = true; opened; lasted += step) {
			await pass(step);
			opened = await readSession(id);
		}
		expect(lasted).toBeGreaterThan(absoluteSeconds - 2 * step);
		expect(lasted).toBeLessThan(absoluteSeconds + 2 * step);
	});

	test('is revoked at once, alone or with all those of the account', async () => {
		const person = await anAccount();
		const [first, second, third] = [
			await openSession(person, proof()),
			await openSession(person, proof()),
			await openSession(person, proof())
		];
		await closeSession(first);
		expect(await readSession(first)).toBeNull();
		expect(await readSession(second)).not.toBeNull();
		await closeSessionsOf(person.id);
		expect(await readSession(second)).toBeNull();
		expect(await readSession(third)).toBeNull();
	});

	test('ends with the account', async () => {
		const person = await anAccount();
		const id = await openSession(person, proof());
		await db().updateTable('account').set({ disabled_at: new Date() }).execute();
		expect(await readSession(id)).toBeNull();
	});
});
