import { db } from '$lib/server/db';
import {
	changePassword,
	closeDevice,
	hashPassword,
	identityJobs,
	openDevices,
	openSession,
	readSession,
	removeTotp,
	securityOverview,
	signIn,
	stepUp
} from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aBrowser, codeOf, deps, mailTo, resetClock } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

const password = 'cartable-horizon-tilleul';
const unsent = { send: async () => {}, close: () => {} };

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);
beforeEach(resetClock);

async function signedIn(role: 'enseignant' | 'gestionnaire' = 'enseignant') {
	const user = await anAccount({ role });
	const password_hash = await hashPassword(password);
	await db().updateTable('account').set({ password_hash }).where('id', '=', user.id).execute();
	const open = () =>
		openSession(user, { factor: 'password', at: new Date(0), device: 'Firefox sur Linux' });
	return { user, sessionId: await open(), other: await open() };
}

const client = aBrowser();

describe('the safety of one’s own account', () => {
	test('a new password needs the old one, closes the other sessions and warns the owner', async () => {
		const { user, sessionId, other } = await signedIn();
		const next = 'boussole lavande granit';
		const wrong = await changePassword({ user, sessionId, current: 'x', next, client }, deps);
		expect(codeOf(wrong)).toBe('identity.wrong-password');
		const command = { user, sessionId, current: password, next, client };
		expect(codeOf(await changePassword(command, deps))).toBe('ok');
		expect(await readSession(other)).toBeNull();
		expect(await readSession(sessionId)).not.toBeNull();
		expect(await mailTo(`${user.id}@example.org`)).toHaveLength(1);
		const overview = await securityOverview({ user }, deps);
		expect(overview.passwordMarks).toEqual({ long: true, varied: true, personal: false });
	});

	test('one closes one’s own sessions, never another person’s', async () => {
		const { user, sessionId, other } = await signedIn();
		const stranger = await signedIn();
		const devices = await openDevices({ user, sessionId }, deps);
		expect(devices.filter((device) => device.current)).toHaveLength(1);
		const id = devices.find((device) => !device.current)!.id;
		const foreign = await closeDevice({ user: stranger.user, id, client }, deps);
		expect(codeOf(foreign)).toBe('identity.unknown-session');
		expect(await readSession(other)).not.toBeNull();
		expect(codeOf(await closeDevice({ user, id, client }, deps))).toBe('ok');
		expect(await readSession(other)).toBeNull();
	});

	test('a proof given again dates the session; a wrong one does not', async () => {
		const { user, sessionId } = await signedIn();
		const proof = (given: string) => stepUp({ user, sessionId, given, client }, deps);
		expect(codeOf(await proof('autre'))).toBe('identity.wrong-proof');
		expect((await readSession(sessionId))?.session.verifiedAt).toEqual(new Date(0));
		expect(codeOf(await proof(password))).toBe('ok');
		expect((await readSession(sessionId))?.session.verifiedAt).toEqual(deps.clock.now());
	});

	test('a password is not a proof for staff, who cannot remove their last factor', async () => {
		const { user, sessionId } = await signedIn('gestionnaire');
		const proof = await stepUp({ user, sessionId, given: password, client }, deps);
		expect(codeOf(proof)).toBe('identity.wrong-proof');
		expect(codeOf(await removeTotp({ user, client }, deps))).toBe('identity.last-factor');
	});

	test('refused sign-ins are counted and listed', async () => {
		const { user } = await signedIn();
		await signIn({ name: user.id, password: 'autre', client }, deps);
		const { failures, events } = await securityOverview({ user }, deps);
		expect(failures).toBe(1);
		expect(events[0]).toMatchObject({ kind: 'sign-in-failed', device: client.device });
	});
});
