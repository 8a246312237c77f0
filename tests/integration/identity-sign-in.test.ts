import { sprayingAlarm, throttleRules } from '$lib/core/identity';
import { uuidv7 } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { hashPassword, readSession, signIn, type Client } from '$lib/server/identity';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { anAccount } from '../support/people';

process.env.NUMEN_KEY ??= 'ab'.repeat(32);

const password = 'cartable-horizon-tilleul';
let now = new Date('2026-11-22T10:00:00Z');
const deps = { clock: { now: () => now }, newId: () => uuidv7(Date.now(), randomBytes(10)) };
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));

const browser = (over: Partial<Client> = {}): Client => ({
	address: '192.0.2.1',
	device: 'Firefox sur Linux',
	deviceToken: null,
	sessionId: null,
	...over
});

const attempt = (name: string, typed: string, client = browser()) =>
	signIn({ name, password: typed, client }, deps);

const codeOf = (result: Awaited<ReturnType<typeof signIn>>) =>
	result.ok ? 'signed-in' : result.error.code;

describe('signing in', () => {
	useDatabase('test');
	let hash: string;

	beforeEach(async () => {
		now = new Date('2026-11-22T10:00:00Z');
		hash ??= await hashPassword(password);
		const { id } = await anAccount();
		await db()
			.updateTable('account')
			.set({ identifier: 'asorel', email: 'anne.sorel@ac-reims.fr', password_hash: hash })
			.where('id', '=', id)
			.execute();
	});

	test.each(['asorel', ' ASorel ', 'anne.sorel@ac-reims.fr', 'Anne.Sorel@ac-reims.fr'])(
		'takes the identifier and the academic address, however typed: %j',
		async (name) => expect(codeOf(await attempt(name, password))).toBe('signed-in')
	);

	test('opens a new session and ends the one the browser held', async () => {
		const first = await attempt('asorel', password);
		if (!first.ok) throw new Error('expected to be signed in');
		const { sessionId } = first.value;
		const second = await attempt('asorel', password, browser({ sessionId }));
		if (!second.ok) throw new Error('expected to be signed in');
		expect(second.value.sessionId).not.toBe(sessionId);
		expect(await readSession(sessionId)).toBeNull();
		expect(await readSession(second.value.sessionId)).not.toBeNull();
	});

	test('answers alike for a wrong password, an unknown name, a closed or unactivated account', async () => {
		const refused = [await attempt('asorel', 'autre'), await attempt('personne', 'autre')];
		await db().updateTable('account').set({ disabled_at: now }).execute();
		refused.push(await attempt('asorel', password));
		await db().updateTable('account').set({ disabled_at: null, password_hash: null }).execute();
		refused.push(await attempt('asorel', password));
		for (const answer of refused) expect(answer).toEqual(refused[0]);
		expect(codeOf(refused[0]!)).toBe('identity.wrong-credentials');
	});

	test.each(['asorel', 'personne'])('slows %s down after the free failures', async (name) => {
		for (let i = 0; i < throttleRules.name.freeFailures; i++) {
			expect(codeOf(await attempt(name, 'autre'))).toBe('identity.wrong-credentials');
		}
		expect(codeOf(await attempt(name, password))).toBe('identity.too-many-attempts');
		later(throttleRules.name.firstDelaySeconds);
		expect(codeOf(await attempt(name, 'autre'))).toBe('identity.wrong-credentials');
		later(throttleRules.name.firstDelaySeconds);
		expect(codeOf(await attempt(name, 'autre'))).toBe('identity.too-many-attempts');
	});

	test('tries sent together do not pass the limit', async () => {
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => attempt('asorel', 'autre').then(codeOf))
		);
		const examined = answers.filter((code) => code === 'identity.wrong-credentials');
		expect(examined).toHaveLength(throttleRules.name.freeFailures);
	});

	test('an account takes at most ten free tries, by whichever of its names', async () => {
		let examined = 0;
		for (const name of ['asorel', 'anne.sorel@ac-reims.fr']) {
			for (let i = 0; i < 12; i++) {
				if (codeOf(await attempt(name, 'autre')) === 'identity.wrong-credentials') examined++;
			}
		}
		expect(examined).toBe(10);
	});

	test('the owner, on a browser already used, is not held up by someone else', async () => {
		const before = await attempt('asorel', password);
		if (!before.ok) throw new Error('expected to be signed in');
		const own = browser({ deviceToken: before.value.deviceToken });
		for (let i = 0; i < 12; i++)
			await attempt('asorel', 'autre', browser({ address: '2001:db8::1' }));
		expect(codeOf(await attempt('asorel', password))).toBe('identity.too-many-attempts');
		expect(codeOf(await attempt('asorel', password, own))).toBe('signed-in');
	});

	test('one address is slowed down whatever the names, an IPv6 subscriber by the /64', async () => {
		const codes = [];
		for (let i = 0; i <= throttleRules.address.freeFailures; i++) {
			const client = browser({ address: `2001:db8:1:2::${i.toString(16)}` });
			codes.push(codeOf(await attempt(`personne${i}`, 'autre', client)));
		}
		expect(codes.at(-2)).toBe('identity.wrong-credentials');
		expect(codes.at(-1)).toBe('identity.too-many-attempts');
	});

	test('a password tried on many names rings the alarm once', async () => {
		for (let i = 0; i < sprayingAlarm.namesFromOneAddress + 3; i++) await attempt(`p${i}`, 'autre');
		const alarms = await db()
			.selectFrom('security_event')
			.selectAll()
			.where('kind', '=', 'spraying')
			.execute();
		expect(alarms).toHaveLength(1);
	});

	test('what is kept of a failure names nobody', async () => {
		await attempt('mot-de-passe-tapé-trop-vite', 'autre');
		const kept = await db().selectFrom('security_event').selectAll().execute();
		const counters = await db().selectFrom('attempt_counter').selectAll().execute();
		expect(JSON.stringify([kept, counters])).not.toContain('trop-vite');
	});
});
