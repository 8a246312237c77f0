import { fileRequest } from '$lib/core/mobility';
import { db, unitOfWork } from '$lib/server/db';
import { decideApproval } from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { askExport, exportQueue, exportTerms } from '$lib/server/mobility';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { codeOf } from '../support/identity';
import { useJobs } from '../support/jobs';
import { aManager, anOpenCampaign, clock, deposit, deps, send } from '../support/mobility';
import { aTeacher } from '../support/people';

const silent = { send: async () => {}, close: () => {} };
useDatabase();
useJobs(() => mailJobs(silent, new URL('https://carnet.example')), false);

const reason = 'Préparer la réunion de la commission';

/** As many files again as `count`, of nobody: only how many there are matters here. */
const multiplied = (count: number) =>
	unitOfWork(async () => {
		await sql`set local session_replication_role = replica`.execute(db());
		await sql`
			insert into mobility_request overriding system value
			select copy.* from generate_series(1, ${count}) n,
				(select r from mobility_request r limit 1) first,
				jsonb_populate_record(first.r, jsonb_build_object(
					'id', gen_random_uuid(), 'account_id', gen_random_uuid(), 'number', 1000 + n)) copy`.execute(db());
	});

test('the list of the files leaves with a reason, a fresh proof, and above 200 lines a second person', async () => {
	const campaign = await anOpenCampaign();
	await send(await aTeacher(), fileRequest.kind, deposit(campaign));
	const [user, second] = [await aManager(), await aManager()];
	const taken = async (over: object = {}) => {
		const proven = { user, verifiedAt: clock.now(), reason, approvalId: null };
		return exportQueue({ ...proven, ...over }, deps);
	};

	expect(await exportTerms({ user }, deps)).toMatchObject({ rows: 1, needsSecondPerson: false });
	expect(await taken()).toMatchObject({ ok: true, value: [{ number: expect.anything() }] });
	expect(codeOf(await taken({ reason: '' }))).toBe('identity.reason-required');
	expect(codeOf(await taken({ verifiedAt: new Date(0) }))).toBe('identity.step-up-required');

	await multiplied(200);
	expect(codeOf(await taken())).toBe('identity.second-person-required');
	const asked = await askExport({ user, reason }, deps);
	expect(await exportTerms({ user }, deps)).toMatchObject({ agreed: null, waits: true });
	const id = asked.ok ? asked.value.id : '';
	expect(codeOf(await taken({ approvalId: id }))).toBe('identity.second-person-required');
	expect(codeOf(await decideApproval({ user: second, id, approved: true }, deps))).toBe('ok');
	expect(await exportTerms({ user }, deps)).toMatchObject({ rows: 201, agreed: id });
	expect(await taken({ approvalId: id })).toMatchObject({ ok: true });
	expect(codeOf(await taken({ approvalId: id }))).toBe('identity.second-person-required');
});
