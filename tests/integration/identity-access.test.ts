/** Getting in, or back in, when the usual way does not serve. */
import type { Role, SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	accessRequests,
	askAccess,
	askUnblock,
	cancelNextRecovery,
	completeRecovery,
	confirmRecoveryAddress,
	createStaff,
	decideAccessRequest,
	decideUnblockRequest,
	hashPassword,
	identityJobs,
	recoveryAddressOf,
	redeemLink,
	releaseTries,
	signIn,
	startRecovery,
	startRecoveryAddress,
	unblockRequests
} from '$lib/server/identity';
import { sendFlowCode } from '$lib/server/identity/send-code.usecases';
import { mailJobs } from '$lib/server/mail';
import { beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aBrowser, codeOf, deps, lastCodeTo, later, mailTo, resetClock } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

const unsent = { send: async () => {}, close: () => {} };
const client = aBrowser();
const password = 'cartable-horizon-tilleul';
const ABROAD = aBrowser({ address: '8.8.8.8' });

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);
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

/** Does what the worker would do, and reads the mailbox. */
async function codeSentTo(address: string): Promise<string> {
	for (const { id } of await db().selectFrom('proof_flow').select('id').execute()) {
		await sendFlowCode({ flowId: id }, deps);
	}
	return lastCodeTo(address);
}

const emailOf = (user: SessionUser) => `${user.id}@example.org`;

let given = 0;
async function confirmAddress(user: SessionUser) {
	const address = `secours${++given}@poste.example`;
	const started = await startRecoveryAddress({ user, address, client }, deps);
	if (!started.ok) throw new Error(started.error.code);
	const code = await codeSentTo(address);
	const { token } = started.value;
	const confirm = (typed: string, who = user) =>
		confirmRecoveryAddress({ user: who, token, code: typed, client }, deps).then(codeOf);
	return { address, code, confirm };
}

async function recoveryAddresses(user: SessionUser): Promise<string[]> {
	await db().deleteFrom('mail_message').execute();
	await startRecovery({ name: user.id, client }, deps);
	await codeSentTo(emailOf(user));
	const rows = await db().selectFrom('mail_message').select('recipient').execute();
	return rows.map(({ recipient }) => recipient).sort();
}

describe('the recovery address', () => {
	test('is confirmed by its code, by its owner alone, and then receives the recovery codes', async () => {
		const [user, stranger] = [await withPassword(), await withPassword()];
		const { address, code, confirm } = await confirmAddress(user);
		expect(await confirm('00000000')).toBe('identity.wrong-code');
		expect(await confirm(code, stranger)).not.toBe('ok');
		expect((await recoveryAddressOf({ user }, deps)).current).toBeNull();
		const again = await confirmAddress(user);
		expect(await again.confirm(again.code)).toBe('ok');
		expect(await recoveryAddresses(user)).toEqual([emailOf(user), again.address].sort());
		expect((await recoveryAddressOf({ user }, deps)).current).toMatch(/^s…@poste\.example$/);
		expect(address).not.toBe(again.address);
	});

	test('changes a week later, and its owner, told everywhere, may object', async () => {
		const user = await withPassword();
		const first = await confirmAddress(user);
		await first.confirm(first.code);
		const second = await confirmAddress(user);
		expect(await second.confirm(second.code)).toBe('ok');
		for (const to of [emailOf(user), first.address, second.address]) {
			expect((await mailTo(to)).some((mail) => mail.data.what?.includes('sept jours'))).toBe(true);
		}
		later(6 * 24 * 3600);
		expect(await recoveryAddresses(user)).toEqual([emailOf(user), first.address].sort());
		await cancelNextRecovery({ user, client }, deps);
		later(2 * 24 * 3600);
		expect(await recoveryAddresses(user)).toEqual([emailOf(user), first.address].sort());
		const third = await confirmAddress(user);
		await third.confirm(third.code);
		later(7 * 24 * 3600 + 1);
		expect(await recoveryAddresses(user)).toEqual([emailOf(user), third.address].sort());
	});

	test('is not the academic mailbox, nor nonsense', async () => {
		const user = await withPassword();
		const start = (address: string) =>
			startRecoveryAddress({ user, address, client }, deps).then(codeOf);
		expect(await start('autre@example.org')).toBe('identity.same-mailbox');
		expect(await start('pas une adresse')).toBe('identity.invalid-address');
	});
});

describe('the link of a recovery message', () => {
	async function received(user: SessionUser) {
		const started = await startRecovery({ name: user.id, client }, deps);
		if (!started.ok) throw new Error(started.error.code);
		const code = await codeSentTo(emailOf(user));
		const mail = (await mailTo(emailOf(user))).findLast((one) => one.data.code === code);
		const id = (mail!.data as { flow: string }).flow;
		return { id, code, cookie: started.value.token };
	}
	const follow = (id: string, code: string) => redeemLink({ id, code, purpose: 'recovery' }, deps);

	test('serves once, in the browser that opens it, and the other one is left behind', async () => {
		const user = await withPassword();
		const { id, code, cookie } = await received(user);
		expect(codeOf(await follow(id, '00000000'))).toBe('identity.wrong-code');
		const opened = await follow(id, code);
		if (!opened.ok) throw new Error(opened.error.code);
		expect(codeOf(await follow(id, code))).not.toBe('ok');
		const choose = (token: string) =>
			completeRecovery({ token, password: 'boussole lavande granit', client }, deps).then(codeOf);
		expect(await choose(cookie)).toBe('identity.flow-expired');
		expect(await choose(opened.value.token)).toBe('ok');
		expect(await choose(opened.value.token)).toBe('identity.flow-expired');
	});

	test('fifty taps at once open one way in', async () => {
		const { id, code } = await received(await withPassword());
		const taps = await Promise.all(Array.from({ length: 50 }, () => follow(id, code)));
		expect(taps.filter((one) => one.ok)).toHaveLength(1);
	});

	test('is good for ten minutes', async () => {
		const { id, code } = await received(await withPassword());
		later(601);
		expect(codeOf(await follow(id, code))).toBe('identity.flow-expired');
	});
});

describe('staff refused from abroad', () => {
	const attempt = (user: SessionUser) => signIn({ name: user.id, password, client: ABROAD }, deps);

	async function asked(user: SessionUser) {
		const refused = await attempt(user);
		const token =
			refused.ok && refused.value.next === 'refused-abroad' ? refused.value.token : null;
		const reason = 'Congrès à Montréal, du 3 au 8 mars';
		const done = await askUnblock({ token, reason, days: 5, client: ABROAD }, deps);
		expect(codeOf(done)).toBe('ok');
		return { token, reason };
	}
	const outcome = async (user: SessionUser) => {
		const result = await attempt(user);
		return result.ok ? result.value.next : result.error.code;
	};

	test('ask for some days with the proof they gave, once, and get no longer', async () => {
		const user = await withPassword('gestionnaire');
		const helper = await anAccount({ role: 'assistance' });
		const { token, reason } = await asked(user);
		expect(codeOf(await askUnblock({ token, reason, days: 5, client: ABROAD }, deps))).toBe(
			'identity.flow-expired'
		);
		const [request] = (await unblockRequests(helper)).filter((one) => one.identifier === user.id);
		expect(Object.keys(request!).sort()).toEqual([
			'asked_at',
			'days',
			'id',
			'identifier',
			'reason'
		]);
		const decide = (who: SessionUser) =>
			decideUnblockRequest({ user: who, id: request!.id, granted: true }, deps).then(codeOf);
		for (const role of ['gestionnaire', 'dpo', 'medecin', 'enseignant'] as const) {
			expect(await decide(await anAccount({ role }))).toBe('http.not-found');
		}
		expect(await decide(helper)).toBe('ok');
		expect(await decide(helper)).toBe('http.not-found');
		expect(await outcome(user)).toBe('second-factor');
		later(5 * 24 * 3600 + 1);
		expect(await outcome(user)).toBe('refused-abroad');
	});

	test('nobody opens their own door', async () => {
		const helper = await withPassword('assistance');
		await asked(helper);
		const [own] = (await unblockRequests(helper)).filter((one) => one.identifier === helper.id);
		const command = { user: helper, id: own!.id, granted: true };
		expect(codeOf(await decideUnblockRequest(command, deps))).toBe('http.not-found');
	});

	test('a cookie of someone who gave no proof asks for nothing', async () => {
		const command = { token: 'x', reason: 'une raison valable', days: 5, client };
		expect(codeOf(await askUnblock(command, deps))).toBe('identity.flow-expired');
	});
});

test('someone held up by failed tries is let go by the support, within its académie', async () => {
	const user = await withPassword();
	const wrong = () => signIn({ name: user.id, password: 'x', client }, deps).then(codeOf);
	for (let i = 0; i < 6; i++) await wrong();
	expect(await wrong()).toBe('identity.too-many-attempts');
	const elsewhere = { ...(await anAccount({ role: 'assistance' })), academie: '17' };
	const release = (who: SessionUser) =>
		releaseTries({ user: who, identifier: user.id }, deps).then(codeOf);
	expect(await release(elsewhere)).toBe('identity.unknown-account');
	expect(await release(await anAccount({ role: 'gestionnaire' }))).toBe('identity.unknown-account');
	expect(await release(await anAccount({ role: 'assistance' }))).toBe('ok');
	expect(await wrong()).toBe('identity.wrong-credentials');
});

describe('an account for someone no file knows', () => {
	let people = 0;
	const request = () => ({
		...{ academie: '19', firstName: 'Zoé', lastName: 'Delmas', workplace: 'MFR de Rethel' },
		...{ email: `zoe${++people}@mfr.example`, reason: 'Je certifie le bac professionnel en EPS' }
	});
	const ask = (asked: object) => askAccess({ request: asked, client }, deps).then(codeOf);
	const waiting = async (user: SessionUser, email: string) =>
		(await accessRequests(user)).find((one) => one.email === email);

	test('is asked by anyone, granted by the correspondant, and opened by its mailbox', async () => {
		const correspondant = await anAccount({ role: 'correspondant-eps' });
		const asked = request();
		expect(await ask(asked)).toBe('ok');
		expect(await ask(asked)).toBe('ok');
		const found = await waiting(correspondant, asked.email);
		const command = { user: correspondant, id: found!.id, approved: true };
		expect(codeOf(await decideAccessRequest(command, deps))).toBe('ok');
		expect(codeOf(await decideAccessRequest(command, deps))).toBe('http.not-found');
		expect((await mailTo(asked.email)).map((mail) => mail.template)).toEqual(['invitation']);
		const account = await db()
			.selectFrom('account')
			.select(['role', 'agent_id', 'identifier', 'password_hash'])
			.where('email', '=', asked.email)
			.executeTakeFirstOrThrow();
		expect(account).toMatchObject({ role: 'enseignant', agent_id: null, password_hash: null });
		const started = await startRecovery({ name: account.identifier, client }, deps);
		if (!started.ok) throw new Error(started.error.code);
		await codeSentTo(asked.email);
	});

	test('says the same to someone who already has one, and asks nothing of the correspondant', async () => {
		const user = await withPassword();
		expect(await ask({ ...request(), email: emailOf(user) })).toBe('ok');
		const correspondant = await anAccount({ role: 'correspondant-eps' });
		expect(await waiting(correspondant, emailOf(user))).toBeUndefined();
	});

	test('is not seen from another académie, nor decided by another function', async () => {
		const asked = request();
		await ask(asked);
		const correspondant = await anAccount({ role: 'correspondant-eps' });
		const id = (await waiting(correspondant, asked.email))!.id;
		expect(await waiting({ ...correspondant, academie: '17' }, asked.email)).toBeUndefined();
		for (const user of [
			{ ...correspondant, academie: '17' },
			await anAccount({ role: 'gestionnaire' }),
			await anAccount({ role: 'admin' })
		]) {
			const command = { user, id, approved: true };
			expect(codeOf(await decideAccessRequest(command, deps))).toBe('http.not-found');
		}
	});
});

describe('the account of someone who works for the académie', () => {
	let people = 0;
	const person = (over: object = {}) => ({
		...{ role: 'dpo', firstName: 'Élie', lastName: 'Marchal', uai: '', departement: '' },
		...{ email: `emarchal${++people}@ac-reims.example` },
		...over
	});
	const create = (user: SessionUser, over: object = {}) =>
		createStaff({ user, person: person(over) }, deps).then(codeOf);

	test('is created by an administrator, with a perimeter where the function has one', async () => {
		const admin = await anAccount({ role: 'admin' });
		expect(await create(admin)).toBe('ok');
		expect(await create(admin, { role: 'gestionnaire' })).toBe('identity.perimeter-required');
		expect(await create(admin, { role: 'gestionnaire', departement: '051' })).toBe('ok');
		expect(await create(admin, { role: 'chef', uai: '0000000Z' })).toBe(
			'identity.perimeter-required'
		);
		expect(await create(admin, { role: 'enseignant' })).toBe('http.invalid-body');
		expect(await create(admin, { email: 'emarchal1@ac-reims.example' })).toBe(
			'identity.account-exists'
		);
	});

	test.each(['enseignant', 'chef', 'gestionnaire', 'dpo', 'assistance'] as const)(
		'is not created by a %s',
		async (role) => {
			expect(await create(await anAccount({ role }))).toBe('http.not-found');
		}
	);
});
