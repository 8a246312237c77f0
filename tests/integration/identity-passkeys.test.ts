import { isStaff, roles, type Role, type SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	accountBeingProven,
	addPasskey,
	completeFirstPasskey,
	hashPassword,
	identityJobs,
	ownPasskeys,
	readSession,
	removePasskey,
	signIn,
	signInWithPasskey,
	startFirstPasskey,
	startPasskey,
	startPasskeyProof,
	stepUpWithPasskey,
	openSession
} from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { beforeEach, describe, expect, test } from 'vitest';
import { Authenticator, type Lies } from '../support/authenticator';
import { useDatabase } from '../support/database';
import { aBrowser, codeOf, deps, later, mailTo, resetClock } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

const site = { ...deps, env: { origin: new URL('https://carnet.example') } };
const client = aBrowser();
const password = 'cartable-horizon-tilleul';
const unsent = { send: async () => {}, close: () => {} };

useDatabase();
useJobs(() => [...identityJobs(deps), ...mailJobs(unsent, site.env.origin)], false);
beforeEach(async () => {
	resetClock();
	await db().deleteFrom('attempt_counter').execute();
});

async function withPassword(role: Role = 'enseignant') {
	const user = await anAccount({ role });
	const password_hash = await hashPassword(password);
	await db().updateTable('account').set({ password_hash }).where('id', '=', user.id).execute();
	return user;
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
};

async function register(user: SessionUser, lies: Lies = {}) {
	const device = new Authenticator();
	const { options, token } = value(await startPasskey({ user }, site));
	const response = device.create(options, lies);
	const command = { user, token, response, label: 'Mon téléphone', client };
	return { device, command, added: await addPasskey(command, site) };
}

async function proof(accountId: string | null = null) {
	const { options, token } = value(await startPasskeyProof({ accountId, client }, site));
	return { challenge: options.challenge, token, options };
}

async function signInWith(device: Authenticator, lies: Lies = {}) {
	const { challenge, token } = await proof();
	const response = device.sign({ challenge }, lies);
	return signInWithPasskey({ token, response, pendingToken: null, client }, site);
}

describe('a passkey', () => {
	test('is added, opens a session by itself, and its owner is told', async () => {
		const user = await withPassword();
		const { device, added } = await register(user);
		expect(value(added).recoveryCodes).toHaveLength(10);
		const { sessionId } = value(await signInWith(device));
		expect((await readSession(sessionId))?.session.factor).toBe('passkey');
		const [mail] = await mailTo(`${user.id}@example.org`);
		expect(mail?.data.what).toContain('clé d’accès');
	});

	test('asks to be discoverable, to verify its holder, and for the prf extension', async () => {
		const user = await withPassword();
		const { options } = value(await startPasskey({ user }, site));
		expect(options).toMatchObject({
			rp: { id: 'carnet.example' },
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
			extensions: { prf: {} }
		});
		expect((await proof()).options).toMatchObject({
			allowCredentials: [],
			userVerification: 'required'
		});
	});

	test.each<[string, Lies]>([
		['another site', { origin: 'https://carnet.example.evil' }],
		['another domain', { rpId: 'evil.example' }],
		['another challenge', { challenge: 'AAAA' }],
		['a device that did not verify its holder', { unverified: true }]
	])('made for %s is refused', async (_, lies) => {
		const { added } = await register(await withPassword(), lies);
		expect(codeOf(added)).toBe('identity.passkey-refused');
	});

	test.each<[string, Lies]>([
		['another site', { origin: 'https://carnet.example.evil' }],
		['another domain', { rpId: 'evil.example' }],
		['another challenge', { challenge: 'AAAA' }],
		['a device that did not verify its holder', { unverified: true }],
		['another key', { badSignature: true }],
		['a clone whose counter went back', { counter: 0 }]
	])('proof from %s is refused', async (_, lies) => {
		const { device } = await register(await withPassword());
		expect(codeOf(await signInWith(device, lies))).toBe('identity.passkey-refused');
	});

	test('proof serves once, for ten minutes, in the browser that asked', async () => {
		const { device } = await register(await withPassword());
		const { challenge, token } = await proof();
		const response = device.sign({ challenge });
		const present = (given: string | null) =>
			signInWithPasskey({ token: given, response, pendingToken: null, client }, site);
		expect(codeOf(await present(null))).toBe('identity.flow-expired');
		expect(codeOf(await present(token))).toBe('ok');
		expect(codeOf(await present(token))).toBe('identity.flow-expired');
		const late = await proof();
		const answer = device.sign(late);
		later(601);
		const command = { token: late.token, response: answer, pendingToken: null, client };
		expect(codeOf(await signInWithPasskey(command, site))).toBe('identity.flow-expired');
	});

	test('of a closed account opens nothing', async () => {
		const user = await withPassword();
		const { device } = await register(user);
		await db()
			.updateTable('account')
			.set({ disabled_at: new Date() })
			.where('id', '=', user.id)
			.execute();
		expect(codeOf(await signInWith(device))).toBe('identity.passkey-refused');
	});

	test('cannot be added to someone else’s account, nor twice', async () => {
		const [own, other] = [await withPassword(), await withPassword()];
		const { options, token } = value(await startPasskey({ user: own }, site));
		const device = new Authenticator();
		const command = { token, response: device.create(options), label: '', client };
		expect(codeOf(await addPasskey({ ...command, user: other }, site))).toBe(
			'identity.passkey-refused'
		);
		const { device: known } = await register(own);
		const again = value(await startPasskey({ user: other }, site));
		const stolen = { token: again.token, response: known.create(again.options), label: '', client };
		expect(codeOf(await addPasskey({ ...stolen, user: other }, site))).toBe(
			'identity.passkey-refused'
		);
	});
});

describe('a sign-in begun with a password', () => {
	test('is completed by the passkey of that account, not by another’s', async () => {
		const [user, other] = [await withPassword(), await withPassword()];
		const { device } = await register(user);
		const { device: foreign } = await register(other);
		const step = value(await signIn({ name: user.id, password, client }, deps));
		expect(step.next).toBe('second-factor');
		const pendingToken = step.next === 'second-factor' ? step.token : null;
		const accountId = await accountBeingProven({ pendingToken }, deps);
		expect(accountId).toBe(user.id);
		const first = await proof(accountId);
		expect(first.options.allowCredentials?.map(({ id }) => id)).toEqual([device.id]);
		const wrong = { token: first.token, response: foreign.sign(first), pendingToken, client };
		expect(codeOf(await signInWithPasskey(wrong, site))).toBe('identity.passkey-refused');
		const second = await proof(accountId);
		const right = { token: second.token, response: device.sign(second), pendingToken, client };
		expect(codeOf(await signInWithPasskey(right, site))).toBe('ok');
		expect(await accountBeingProven({ pendingToken }, deps)).toBeNull();
	});
});

describe('in an open session', () => {
	test('one’s own passkey dates the proof, another’s does not', async () => {
		const [user, other] = [await withPassword(), await withPassword()];
		const { device } = await register(user);
		const { device: foreign } = await register(other);
		const sessionId = await openSession(user, { factor: 'sso', at: new Date(0), device: 'x' });
		const present = async (key: Authenticator, accountId: string | null) => {
			const { challenge, token } = await proof(accountId);
			const command = { token, response: key.sign({ challenge }), client, user, sessionId };
			return codeOf(await stepUpWithPasskey(command, site));
		};
		expect(await present(foreign, user.id)).toBe('identity.passkey-refused');
		expect(await present(foreign, null)).toBe('identity.passkey-refused');
		expect((await readSession(sessionId))?.session.verifiedAt).toEqual(new Date(0));
		expect(await present(device, user.id)).toBe('ok');
		expect((await readSession(sessionId))?.session).toMatchObject({
			factor: 'passkey',
			verifiedAt: deps.clock.now()
		});
	});

	test('one removes one’s own, and staff never their last', async () => {
		const [user, other] = [await withPassword(), await withPassword()];
		const { device } = await register(user);
		const remove = (who: SessionUser, id: string) => removePasskey({ user: who, id, client }, deps);
		expect(codeOf(await remove(other, device.id))).toBe('identity.unknown-passkey');
		expect(codeOf(await remove(user, device.id))).toBe('ok');
		expect(await ownPasskeys(user)).toEqual([]);
		const manager = await withPassword('gestionnaire');
		const { device: only } = await register(manager);
		expect(codeOf(await remove(manager, only.id))).toBe('identity.last-factor');
		await register(manager);
		expect(codeOf(await remove(manager, only.id))).toBe('ok');
	});
});

describe('staff without a second factor', () => {
	test.each(roles.filter(isStaff))('%s may choose a passkey as the first one', async (role) => {
		const user = await withPassword(role);
		const step = value(await signIn({ name: user.id, password, client }, deps));
		const pendingToken = step.next === 'second-factor' ? step.token : null;
		const { options, token } = value(await startFirstPasskey({ pendingToken }, site));
		const response = new Authenticator().create(options);
		const command = { token, pendingToken, response, label: '', client };
		const done = value(await completeFirstPasskey(command, site));
		expect(done.recoveryCodes).toHaveLength(10);
		expect((await readSession(done.sessionId))?.session.factor).toBe('passkey');
		expect(codeOf(await startFirstPasskey({ pendingToken }, site))).not.toBe('ok');
	});

	test('nobody registers a first key without having given a password, nor once protected', async () => {
		expect(codeOf(await startFirstPasskey({ pendingToken: null }, site))).toBe(
			'identity.flow-expired'
		);
		const user = await withPassword('gestionnaire');
		await register(user);
		const step = value(await signIn({ name: user.id, password, client }, deps));
		const pendingToken = step.next === 'second-factor' ? step.token : null;
		expect(codeOf(await startFirstPasskey({ pendingToken }, site))).toBe(
			'identity.factor-already-set'
		);
	});
});
