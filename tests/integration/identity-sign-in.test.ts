import { sprayingAlarm, throttleRules } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { hashPassword, readSession, signIn } from '$lib/server/identity';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aBrowser, deps, entered, later, resetClock } from '../support/identity';
import { anAccount } from '../support/people';

const password = 'cartable-horizon-tilleul';

const attempt = (name: string, typed: string, client = aBrowser()) =>
	signIn({ name, password: typed, client }, deps);

const codeOf = (result: Awaited<ReturnType<typeof signIn>>) =>
	result.ok ? 'signed-in' : result.error.code;

describe('signing in', () => {
	useDatabase();
	let hash: string;

	beforeEach(async () => {
		resetClock();
		await db().deleteFrom('account').execute();
		await db().deleteFrom('security_event').execute();
		await db().deleteFrom('attempt_counter').execute();
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
		const { sessionId } = entered(await attempt('asorel', password));
		const second = entered(await attempt('asorel', password, aBrowser({ sessionId })));
		expect(second.sessionId).not.toBe(sessionId);
		expect(await readSession(sessionId)).toBeNull();
		expect(await readSession(second.sessionId)).not.toBeNull();
	});

	test('answers alike for a wrong password, an unknown name, a closed or unactivated account', async () => {
		const refused = [await attempt('asorel', 'autre'), await attempt('personne', 'autre')];
		await db().updateTable('account').set({ disabled_at: deps.clock.now() }).execute();
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
		const { deviceToken } = entered(await attempt('asorel', password));
		const own = aBrowser({ deviceToken });
		for (let i = 0; i < 12; i++)
			await attempt('asorel', 'autre', aBrowser({ address: '2001:db8::1' }));
		expect(codeOf(await attempt('asorel', password))).toBe('identity.too-many-attempts');
		expect(codeOf(await attempt('asorel', password, own))).toBe('signed-in');
	});

	test('one address is slowed down whatever the names, an IPv6 subscriber by the /64', async () => {
		const codes = [];
		for (let i = 0; i <= throttleRules.address.freeFailures; i++) {
			const client = aBrowser({ address: `2001:db8:1:2::${i.toString(16)}` });
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
