/** Whoever reads other people's files, by whichever way they come: no session without what they hold. */
import { isStaff, roles, type Role, type SessionUser } from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import { db } from '$lib/server/db';
import {
	completeActivation,
	completeRecovery,
	finishSso,
	hashPassword,
	identityJobs,
	redeemCode,
	signIn,
	signInToDemo,
	startActivation,
	startRecovery,
	startSso,
	type SignInStep
} from '$lib/server/identity';
import { enter } from '$lib/server/identity/enter';
import { sendFlowCode } from '$lib/server/identity/send-code.usecases';
import { ssoProviders } from '$lib/server/identity/sso';
import { keyedDigest } from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aBrowser, deps, lastCodeTo, resetClock } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount, anAgent } from '../support/people';

const unsent = { send: async () => {}, close: () => {} };
const client = aBrowser();
const password = 'cartable-horizon-tilleul';
const PROXY = '10.9.8.7';

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);
beforeEach(async () => {
	resetClock();
	await db().deleteFrom('attempt_counter').execute();
});

const sso = {
	...deps,
	origin: new URL('https://carnet.example'),
	log: { warn: () => {} },
	providers: ssoProviders([
		{
			...{ kind: 'header' as const, id: 'portail', label: 'Portail', trustEmail: true },
			...{ subjectHeader: 'x-user', emailHeader: 'x-mail', proxies: [PROXY] }
		}
	])
};

const emailOf = (user: SessionUser) => `${user.id}@example.org`;

async function codesSent() {
	for (const { id } of await db().selectFrom('proof_flow').select('id').execute()) {
		await sendFlowCode({ flowId: id }, deps);
	}
}

function value<T>(result: Result<T>): T {
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
}

async function bySso(user: SessionUser): Promise<Result<SignInStep>> {
	const asked = { provider: 'portail', nextPage: null, linkTo: null };
	const { url, token } = value(await startSso(asked, sso));
	return finishSso(
		{
			...{ provider: 'portail', token, form: null, peer: PROXY, client, search: url.search },
			headers: new Headers({ 'x-user': user.id, 'x-mail': emailOf(user) })
		},
		sso
	);
}

const ways: Readonly<Record<string, (user: SessionUser) => Promise<Result<SignInStep> | null>>> = {
	'a password': (user) => signIn({ name: user.id, password, client }, deps),
	'an identity provider, for the first time': bySso,
	'an identity provider, once linked': async (user) => {
		await bySso(user);
		return bySso(user);
	},
	'the demonstration’s button': async (user) => {
		await db().insertInto('demo_account').values({ key: user.id, account_id: user.id }).execute();
		return signInToDemo({ key: user.id, client }, deps);
	},
	'a forgotten password': async (user) => {
		const { token } = value(await startRecovery({ name: user.id, client }, deps));
		await codesSent();
		const code = await lastCodeTo(emailOf(user));
		value(await redeemCode({ token, purpose: 'recovery', code }, deps));
		value(await completeRecovery({ token, password: 'boussole lavande granit', client }, deps));
		return null;
	},
	'an activation': async (user) => {
		const agentId = await anAgent('Sorel');
		const numen = '19E1234567ABC';
		await db()
			.updateTable('agent')
			.set({ numen_digest: 'x' })
			.where('numen_digest', '=', keyedDigest('numen', numen))
			.execute();
		const digest = keyedDigest('numen', numen);
		const email = emailOf(user);
		await db()
			.updateTable('agent')
			.set({ numen_digest: digest, email })
			.where('id', '=', agentId)
			.execute();
		const unset = { agent_id: agentId, password_hash: null };
		await db().updateTable('account').set(unset).where('id', '=', user.id).execute();
		const { token } = value(await startActivation({ name: email, numen, client }, deps));
		await codesSent();
		value(await redeemCode({ token, purpose: 'activation', code: await lastCodeTo(email) }, deps));
		const command = { token, password: 'boussole lavande granit', client };
		const done = await completeActivation(command, deps);
		await db()
			.updateTable('agent')
			.set({ numen_digest: agentId })
			.where('id', '=', agentId)
			.execute();
		return done;
	}
};

async function staff(role: Role) {
	const user = await anAccount({ role });
	const password_hash = await hashPassword(password);
	await db().updateTable('account').set({ password_hash }).where('id', '=', user.id).execute();
	return user;
}

const sessionsOf = (user: SessionUser) =>
	db().selectFrom('session').select('id_hash').where('account_id', '=', user.id).execute();

describe.each(roles.filter(isStaff))('%s', (role) => {
	test.each(Object.entries(ways))('by %s is asked for a second factor', async (_, come) => {
		const user = await staff(role);
		const step = await come(user);
		if (step) expect(value(step).next).toBe('second-factor');
		expect(await sessionsOf(user)).toEqual([]);
	});

	test('whatever a new way in would forget, a weak proof opens nothing', async () => {
		const user = await staff(role);
		for (const factor of ['password', 'sso', 'email-code'] as const) {
			await expect(enter({ account: user, factor, client }, deps)).rejects.toThrow(factor);
		}
		expect(await sessionsOf(user)).toEqual([]);
	});
});
