import { readsWatch } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	identityJobs,
	openSession,
	readersOf,
	readSession,
	recordFileRead,
	verifyAudit
} from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { codeOf, deps, mailTo } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

const unsent = { send: async () => {}, close: () => {} };
const purpose = 'Contrôle des pièces du mouvement';

useDatabase();
useJobs(
	() => [...identityJobs(deps), ...mailJobs(unsent, new URL('https://carnet.example'))],
	false
);

describe('the journal', () => {
	test('tells a person who read their file, in which function, where and why', async () => {
		const reader = await anAccount({ role: 'gestionnaire' });
		const agentId = randomUUID();
		expect(codeOf(await recordFileRead({ reader, agentId, purpose }, deps))).toBe('ok');
		expect(await readersOf(agentId)).toMatchObject([
			{ actor_function: 'gestionnaire', actor_service: 'Reims', action: 'lecture', purpose }
		]);
	});

	test('a file is not read without a reason', async () => {
		const reader = await anAccount({ role: 'gestionnaire' });
		const agentId = randomUUID();
		const read = await recordFileRead({ reader, agentId, purpose: '   ' }, deps);
		expect(codeOf(read)).toBe('identity.reason-required');
		expect(await readersOf(agentId)).toEqual([]);
	});

	test('holds when many write together', async () => {
		const reader = await anAccount({ role: 'chef' });
		await Promise.all(
			Array.from({ length: 20 }, () =>
				recordFileRead({ reader, agentId: randomUUID(), purpose }, deps)
			)
		);
		const { lines, brokenAt } = await verifyAudit();
		expect(lines).toBeGreaterThanOrEqual(20);
		expect(brokenAt).toBeNull();
	});

	test('cannot be rewritten, emptied or shortened', async () => {
		await expect(sql`update audit_entry set purpose = 'x'`.execute(db())).rejects.toThrow('append');
		await expect(sql`delete from audit_entry`.execute(db())).rejects.toThrow('append');
		await expect(sql`truncate audit_entry`.execute(db())).rejects.toThrow('append');
	});

	test('shows where someone with every right has changed it', async () => {
		await sql`alter table audit_entry disable trigger all`.execute(db());
		await sql`update audit_entry set purpose = 'autre' where seq = 2`.execute(db());
		expect((await verifyAudit()).brokenAt).toBe(2);
		await sql`delete from audit_entry where seq >= 2`.execute(db());
		expect((await verifyAudit()).brokenAt).toBe(2);
		await sql`update audit_head set seq = 1, hash = (select hash from audit_entry)`.execute(db());
		await sql`alter table audit_entry enable trigger all`.execute(db());
		expect((await verifyAudit()).brokenAt).toBeNull();
	});
});

test('an account that reads too many files rings at a hundred and is stopped at three hundred', async () => {
	const reader = await anAccount({ role: 'gestionnaire' });
	const at = new Date();
	const sessionId = await openSession(reader, { factor: 'totp', at, device: '' });
	const codes = [];
	for (let i = 1; i <= readsWatch.freezeAt; i++) {
		codes.push(codeOf(await recordFileRead({ reader, agentId: randomUUID(), purpose }, deps)));
		if (i === readsWatch.alarmAt - 1) expect(await mailTo(`${reader.id}@example.org`)).toEqual([]);
	}
	expect(codes.indexOf('identity.account-frozen')).toBe(readsWatch.freezeAt - 1);
	expect(await mailTo(`${reader.id}@example.org`)).toHaveLength(1);
	expect(await readSession(sessionId)).toBeNull();
}, 60_000);
