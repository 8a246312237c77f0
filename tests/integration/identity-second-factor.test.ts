import { roles } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	completeFirstEnrolment,
	completeSignIn,
	firstEnrolment,
	hashPassword,
	identityJobs,
	readSession,
	sendVerificationCode,
	signIn
} from '$lib/server/identity';
import { sendFlowCode } from '$lib/server/identity/send-code.usecases';
import { usableTotpCode } from '$lib/server/identity/totp';
import { mailJobs } from '$lib/server/mail';
import { beforeEach, describe, expect, test } from 'vitest';
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
import { anAccount } from '../support/people';

const password = 'cartable-horizon-tilleul';
const unsent = { send: async () => {}, close: () => {} };

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);
beforeEach(resetClock);

async function aPerson(role: (typeof roles)[number]) {
	const person = await anAccount({ role });
	const password_hash = await hashPassword(password);
	await db().updateTable('account').set({ password_hash }).where('id', '=', person.id).execute();
	return { ...person, email: `${person.id}@example.org` };
}

const attempt = (name: string) => signIn({ name, password, client: aBrowser() }, deps);

async function pending(name: string): Promise<string> {
	const result = await attempt(name);
	if (!result.ok || result.value.next !== 'second-factor')
		throw new Error('no second factor asked');
	return result.value.token;
}

const currentCode = async (id: string) => (await usableTotpCode(id, deps.clock.now())) ?? '';

/** Sets an application, then lets its first code age. */
async function enrolled(person: { id: string }) {
	const token = await pending(person.id);
	await firstEnrolment({ token }, deps);
	const code = await currentCode(person.id);
	const done = await completeFirstEnrolment({ token, code, client: aBrowser() }, deps);
	if (!done.ok) throw new Error(done.error.code);
	later(90);
	return done.value;
}

const complete = (token: string, code: string) =>
	completeSignIn({ token, code, client: aBrowser() }, deps);

describe('the second factor', () => {
	test.each(roles.filter((role) => role !== 'enseignant'))(
		'a password alone opens no session to %s',
		async (role) => {
			const person = await aPerson(role);
			const result = await attempt(person.id);
			expect(result.ok && result.value.next).toBe('second-factor');
			const sessions = db().selectFrom('session').selectAll().where('account_id', '=', person.id);
			expect(await sessions.execute()).toEqual([]);
		}
	);

	test('a teacher who has set none enters with the password', async () => {
		const person = await aPerson('enseignant');
		const { sessionId } = entered(await attempt(person.id));
		expect((await readSession(sessionId))?.session.factor).toBe('password');
	});

	test('a staff member sets an application before the first session, and gets ten spare codes', async () => {
		const person = await aPerson('gestionnaire');
		const done = await enrolled(person);
		expect((await readSession(done.sessionId))?.session.factor).toBe('totp');
		expect(new Set(done.recoveryCodes).size).toBe(10);
		expect(codeOf(await complete(await pending(person.id), await currentCode(person.id)))).toBe(
			'ok'
		);
	});

	test('an application already set cannot be replaced by someone who only has the password', async () => {
		const person = await aPerson('dpo');
		await enrolled(person);
		const token = await pending(person.id);
		expect(codeOf(await firstEnrolment({ token }, deps))).toBe('identity.factor-already-set');
	});

	test('a code is accepted once, however many give it together', async () => {
		const person = await aPerson('chef');
		await enrolled(person);
		const code = await currentCode(person.id);
		const tokens = [await pending(person.id), await pending(person.id), await pending(person.id)];
		const answers = await Promise.all(tokens.map((token) => complete(token, code)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	});

	test('a code of five minutes ago is refused', async () => {
		const person = await aPerson('chef');
		await enrolled(person);
		const code = await currentCode(person.id);
		later(300);
		expect(codeOf(await complete(await pending(person.id), code))).toBe('identity.wrong-code');
	});

	test('guessing is slowed down across sign-ins', async () => {
		const person = await aPerson('medecin');
		await enrolled(person);
		const token = await pending(person.id);
		for (let i = 0; i < 5; i++) await complete(token, '000000');
		const code = await currentCode(person.id);
		const fresh = await pending(person.id);
		expect(codeOf(await complete(fresh, code))).toBe('identity.too-many-attempts');
	});

	test('a spare code serves once and warns the owner', async () => {
		const person = await aPerson('dpo');
		const { recoveryCodes } = await enrolled(person);
		const [code = ''] = recoveryCodes;
		expect(codeOf(await complete(await pending(person.id), code.toLowerCase()))).toBe('ok');
		expect(codeOf(await complete(await pending(person.id), code))).toBe('identity.wrong-code');
		expect((await mailTo(person.email)).at(-1)?.data.what).toContain('code de secours');
	});

	test('a teacher may receive a code by e-mail instead, staff may not', async () => {
		const teacher = await aPerson('enseignant');
		const confirmed = { secret: 'x', confirmed_at: new Date() };
		await db()
			.insertInto('totp')
			.values({ account_id: teacher.id, ...confirmed })
			.execute();
		const token = await pending(teacher.id);
		expect(codeOf(await sendVerificationCode({ token }, deps))).toBe('ok');
		const flow = await db()
			.selectFrom('proof_flow')
			.select('id')
			.where('account_id', '=', teacher.id)
			.executeTakeFirstOrThrow();
		await sendFlowCode({ flowId: flow.id }, deps);
		expect(codeOf(await complete(token, await lastCodeTo(teacher.email)))).toBe('ok');

		const manager = await aPerson('gestionnaire');
		await enrolled(manager);
		const asked = await sendVerificationCode({ token: await pending(manager.id) }, deps);
		expect(codeOf(asked)).toBe('identity.factor-not-allowed');
	});

	test('the secret of an application is not readable in the database', async () => {
		const person = await aPerson('chef');
		const token = await pending(person.id);
		const enrolment = await firstEnrolment({ token }, deps);
		const kept = await db().selectFrom('totp').selectAll().execute();
		if (!enrolment.ok) throw new Error(enrolment.error.code);
		expect(JSON.stringify(kept)).not.toContain(enrolment.value.secret);
	});
});
