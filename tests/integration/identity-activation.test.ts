import { db } from '$lib/server/db';
import {
	completeActivation,
	completeRecovery,
	identityJobs,
	keyedDigest,
	readSession,
	redeemCode,
	signIn,
	startActivation,
	startRecovery
} from '$lib/server/identity';
import { sendFlowCode } from '$lib/server/identity/send-code.usecases';
import { mailJobs } from '$lib/server/mail';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import {
	aBrowser,
	codeOf,
	deps,
	entered,
	lastCodeTo,
	later,
	mailTo,
	resetClock
} from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAgent } from '../support/people';

const NUMEN = '19E1234567ABC';
const email = 'anne.sorel@ac-reims.example';
const password = 'cartable horizon tilleul';
const unsent = { send: async () => {}, close: () => {} };

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);

/** Does what the worker would do with every flow that waits for its code. */
async function sendCodes() {
	const flows = await db().selectFrom('proof_flow').select('id').execute();
	for (const { id } of flows) await sendFlowCode({ flowId: id }, deps);
}

async function askActivation(name = email, numen = NUMEN) {
	const started = await startActivation({ name, numen, client: aBrowser() }, deps);
	if (!started.ok) throw new Error(started.error.code);
	await sendCodes();
	return started.value.token;
}

beforeAll(async () => {
	const id = await anAgent();
	await db()
		.updateTable('agent')
		.set({ email, numen_digest: keyedDigest('numen', NUMEN) })
		.where('id', '=', id)
		.execute();
});

beforeEach(async () => {
	resetClock();
	await db().deleteFrom('account').execute();
	await db().deleteFrom('proof_flow').execute();
	await db().deleteFrom('mail_message').execute();
	await db().deleteFrom('attempt_counter').execute();
});

async function activated() {
	const token = await askActivation();
	await redeemCode({ token, purpose: 'activation', code: await lastCodeTo(email) }, deps);
	return completeActivation({ token, password, client: aBrowser() }, deps);
}

describe('activating an account', () => {
	test.each([email, 'asorel', 'ASorel2', ` ${email.toUpperCase()} `])(
		'goes from the NUMEN to an open session for %j',
		async (name) => {
			const token = await askActivation(name, '19e 1234567 abc');
			const code = await lastCodeTo(email);
			expect(code).toMatch(/^\d{8}$/);
			const typed = `${code.slice(0, 4)} ${code.slice(4)}`;
			expect(codeOf(await redeemCode({ token, purpose: 'activation', code: typed }, deps))).toBe(
				'ok'
			);
			const done = await completeActivation({ token, password, client: aBrowser() }, deps);
			const open = await readSession(entered(done).sessionId);
			expect(open?.user).toMatchObject({ role: 'enseignant', lastName: 'Sorel' });
			const signedIn = await signIn({ name: 'asorel', password, client: aBrowser() }, deps);
			expect(codeOf(signedIn)).toBe('ok');
		}
	);

	test.each([
		['another person’s name', 'pdurand', NUMEN],
		['an unknown NUMEN', email, '19E7654321XYZ']
	])('sends nothing for %s, and answers the same', async (_, name, numen) => {
		const token = await askActivation(name, numen);
		expect(token).toHaveLength(43);
		expect(await mailTo(email)).toEqual([]);
		const guess = await redeemCode({ token, purpose: 'activation', code: '12345678' }, deps);
		expect(codeOf(guess)).toBe('identity.wrong-code');
	});

	test('tells the owner, not the asker, when the account is already active', async () => {
		await activated();
		await db().deleteFrom('mail_message').execute();
		const token = await askActivation();
		expect((await mailTo(email)).map((mail) => mail.template)).toEqual(['security-notice']);
		const guess = await redeemCode({ token, purpose: 'activation', code: '12345678' }, deps);
		expect(codeOf(guess)).toBe('identity.wrong-code');
	});

	test('a code is good once, however many give it at the same time', async () => {
		const token = await askActivation();
		const code = await lastCodeTo(email);
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => redeemCode({ token, purpose: 'activation', code }, deps))
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	});

	test('a flow makes one account, however many finish it at the same time', async () => {
		const token = await askActivation();
		await redeemCode({ token, purpose: 'activation', code: await lastCodeTo(email) }, deps);
		const answers = await Promise.all(
			Array.from({ length: 4 }, () =>
				completeActivation({ token, password, client: aBrowser() }, deps)
			)
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	});

	test('a code is spent after five wrong tries, and expires after ten minutes', async () => {
		const first = await askActivation();
		const code = await lastCodeTo(email);
		for (let i = 0; i < 5; i++) {
			await redeemCode({ token: first, purpose: 'activation', code: '00000000' }, deps);
		}
		const spent = await redeemCode({ token: first, purpose: 'activation', code }, deps);
		expect(codeOf(spent)).toBe('identity.code-spent');
		const second = await askActivation();
		later(10 * 60);
		const late = { token: second, purpose: 'activation' as const, code: await lastCodeTo(email) };
		expect(codeOf(await redeemCode(late, deps))).toBe('identity.flow-expired');
	});

	test('the password cannot be chosen before the code is given, nor from another flow', async () => {
		const token = await askActivation();
		const early = await completeActivation({ token, password, client: aBrowser() }, deps);
		expect(codeOf(early)).toBe('identity.flow-expired');
		const recovery = await completeRecovery({ token, password, client: aBrowser() }, deps);
		expect(codeOf(recovery)).toBe('identity.flow-expired');
	});

	test.each([
		['court', 'identity.password-too-short'],
		['motdepasse123456', 'identity.password-too-weak'],
		['annesorel annesorel', 'identity.password-too-weak'],
		['AnneSorel2026!', 'identity.password-too-weak'],
		['azertyuiopqsdfgh', 'identity.password-too-weak']
	])('refuses the password %j', async (weak, code) => {
		const token = await askActivation();
		await redeemCode({ token, purpose: 'activation', code: await lastCodeTo(email) }, deps);
		const done = await completeActivation({ token, password: weak, client: aBrowser() }, deps);
		expect(codeOf(done)).toBe(code);
	});

	test('keeps nothing of the NUMEN in clear', async () => {
		await askActivation();
		const kept = await db().selectFrom('proof_flow').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain('1234567');
	});

	test('one mailbox is not flooded', async () => {
		for (let i = 0; i < 8; i++) await askActivation();
		expect(await mailTo(email)).toHaveLength(5);
	});
});

describe('a forgotten password', () => {
	async function recovered(newPassword: string) {
		const started = await startRecovery({ name: 'asorel', client: aBrowser() }, deps);
		if (!started.ok) throw new Error(started.error.code);
		const { token } = started.value;
		await sendCodes();
		await redeemCode({ token, purpose: 'recovery', code: await lastCodeTo(email) }, deps);
		return completeRecovery({ token, password: newPassword, client: aBrowser() }, deps);
	}

	test('is replaced by a code, ends every session and warns the owner at both addresses', async () => {
		const before = entered(await activated());
		const own = 'anne@maison.example';
		await db().updateTable('account').set({ recovery_email: own }).execute();
		expect(codeOf(await recovered('boussole lavande granit'))).toBe('ok');
		expect(await readSession(before.sessionId)).toBeNull();
		for (const address of [email, own]) {
			expect((await mailTo(address)).at(-1)?.data.what).toContain('nouveau mot de passe');
		}
		const client = aBrowser();
		expect(codeOf(await signIn({ name: 'asorel', password, client }, deps))).toBe(
			'identity.wrong-credentials'
		);
		const again = { name: 'asorel', password: 'boussole lavande granit', client };
		expect(codeOf(await signIn(again, deps))).toBe('ok');
	});

	test('for a name that is nobody’s, answers the same and sends nothing', async () => {
		const started = await startRecovery({ name: 'personne', client: aBrowser() }, deps);
		await sendCodes();
		expect(codeOf(started)).toBe('ok');
		expect(await db().selectFrom('mail_message').selectAll().execute()).toEqual([]);
	});
});
