import type { SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	allowExport,
	approvalsFor,
	askApproval,
	decideApproval,
	identityJobs,
	openFile,
	readersOf,
	useApproval
} from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { codeOf, deps, later, mailTo, resetClock } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount, anAgent } from '../support/people';

const unsent = { send: async () => {}, close: () => {} };

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);
beforeEach(resetClock);

let asker: SessionUser;
let second: SessionUser;
const subject = 'agents:departement=051';
const reason = 'Préparation de la rentrée du département';

beforeAll(async () => {
	asker = await anAccount({ role: 'gestionnaire', departement: '051' });
	second = await anAccount({ role: 'gestionnaire', departement: '051' });
});

async function ask(user = asker, kind: 'export' | 'publication' = 'export') {
	const asked = await askApproval({ user, kind, subject, reason }, deps);
	if (!asked.ok) throw new Error(asked.error.code);
	return asked.value.id;
}
const give = (user: SessionUser, id: string, approved = true) =>
	decideApproval({ user, id, approved }, deps).then(codeOf);
const use = (user: SessionUser, id: string, over: object = {}) =>
	useApproval({ user, id, kind: 'export', subject, ...over }, deps).then(codeOf);

describe('what takes two people', () => {
	test('nobody agrees to their own request; someone else does, once, and the asker is told', async () => {
		const id = await ask();
		expect(await give(asker, id)).toBe('identity.approval-unavailable');
		expect((await approvalsFor({ user: asker }, deps)).toDecide).toEqual([]);
		expect((await approvalsFor({ user: second }, deps)).toDecide.map((one) => one.id)).toContain(
			id
		);
		expect(await give(second, id)).toBe('ok');
		expect(await give(second, id, false)).toBe('identity.approval-unavailable');
		expect(await mailTo(`${asker.id}@example.org`)).not.toEqual([]);
	});

	test('an agreement serves once, for the asker and for exactly what was agreed to', async () => {
		const id = await ask();
		expect(await use(asker, id)).toBe('identity.second-person-required');
		await give(second, id);
		expect(await use(second, id)).toBe('identity.second-person-required');
		expect(await use(asker, id, { subject: 'agents:academie=19' })).not.toBe('ok');
		expect(await use(asker, id, { kind: 'publication' })).not.toBe('ok');
		const together = await Promise.all(Array.from({ length: 10 }, () => use(asker, id)));
		expect(together.filter((code) => code === 'ok')).toHaveLength(1);
	});

	test('a refusal opens nothing, and neither does an agreement of yesterday', async () => {
		const refused = await ask();
		await give(second, refused, false);
		expect(await use(asker, refused)).not.toBe('ok');
		const late = await ask();
		await give(second, late);
		later(24 * 3600 + 1);
		expect(await use(asker, late)).not.toBe('ok');
	});

	test('nobody of another académie or function sees or decides', async () => {
		const id = await ask();
		await db()
			.insertInto('academie')
			.values({ code: '17', name: 'Nantes', settings: '{}' })
			.onConflict((row) => row.doNothing())
			.execute();
		const elsewhere = await anAccount({ role: 'gestionnaire', academie: '17' });
		expect((await approvalsFor({ user: elsewhere }, deps)).toDecide).toEqual([]);
		expect(await give(elsewhere, id)).toBe('identity.approval-unavailable');
		for (const role of ['enseignant', 'chef', 'medecin', 'admin', 'assistance'] as const) {
			expect(await give(await anAccount({ role }), id)).toBe('http.not-found');
		}
	});
});

describe('an export', () => {
	const fresh = () => deps.clock.now();
	const exporting = (over: object = {}) =>
		allowExport(
			{ user: asker, verifiedAt: fresh(), subject, rows: 200, reason, approvalId: null, ...over },
			deps
		).then(codeOf);

	test('says why, proves who, and takes a second person above 200 rows', async () => {
		expect(await exporting()).toBe('ok');
		expect(await exporting({ reason: 'x' })).toBe('identity.reason-required');
		expect(await exporting({ verifiedAt: new Date(0) })).toBe('identity.step-up-required');
		expect(await exporting({ rows: 201 })).toBe('identity.second-person-required');
		const approvalId = await ask();
		expect(await exporting({ rows: 201, approvalId })).toBe('identity.second-person-required');
		await give(second, approvalId);
		expect(await exporting({ rows: 201, approvalId })).toBe('ok');
		expect(await exporting({ rows: 201, approvalId })).toBe('identity.second-person-required');
	});

	test('is not for those who have nothing to export', async () => {
		for (const role of ['enseignant', 'chef', 'medecin', 'assistance'] as const) {
			expect(await exporting({ user: await anAccount({ role }) })).toBe('http.not-found');
		}
	});
});

describe('someone else’s file', () => {
	const opening = (user: SessionUser, agentId: string, why: object, taskOf?: object) =>
		openFile({ user, agentId, why: why as never }, { ...deps, ...taskOf }).then(codeOf);

	test('opens in one’s perimeter for a typed reason, which its owner reads', async () => {
		const agentId = await anAgent('Vasseur');
		expect(await opening(asker, agentId, { reason: '' })).toBe('identity.reason-required');
		expect(await readersOf(agentId)).toEqual([]);
		expect(await opening(asker, agentId, { reason })).toBe('ok');
		expect(await readersOf(agentId)).toMatchObject([
			{ actor_function: 'gestionnaire', actor_service: 'Marne', purpose: reason }
		]);
	});

	test('or for a task of one’s own about that person, and no other', async () => {
		const [agentId, other] = [await anAgent('Vasseur'), await anAgent('Lenoir')];
		const taskOf = async (id: string) =>
			id === 'mine' ? { agentId, label: 'Contrôle du barème' } : null;
		expect(await opening(asker, agentId, { taskId: 'mine' }, { taskOf })).toBe('ok');
		expect(await opening(asker, other, { taskId: 'mine' }, { taskOf })).toBe('http.not-found');
		expect(await opening(asker, agentId, { taskId: 'none' }, { taskOf })).toBe('http.not-found');
		expect(await readersOf(other)).toEqual([]);
	});

	test('is not there for anyone else, nor once the person has left', async () => {
		const agentId = await anAgent('Vasseur');
		const elsewhere = await anAccount({ role: 'gestionnaire', departement: '008' });
		expect(await opening(elsewhere, agentId, { reason })).toBe('http.not-found');
		for (const role of ['enseignant', 'chef', 'dpo', 'admin', 'assistance'] as const) {
			expect(await opening(await anAccount({ role }), agentId, { reason })).toBe('http.not-found');
		}
		await db()
			.updateTable('agent')
			.set({ left_at: '2026-09-01' as never })
			.where('id', '=', agentId)
			.execute();
		expect(await opening(asker, agentId, { reason })).toBe('http.not-found');
	});
});
