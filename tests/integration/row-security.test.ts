/** Rows that even the product's own queries cannot read unless the right person is asking. */
import { db, unitOfWork, withRole, type Reader } from '$lib/server/db';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';

useDatabase('file');

const reader = (over: Partial<Reader>): Reader => ({
	...{ id: 'r', role: 'enseignant', agentId: null, academie: '19' },
	...over
});
const doctor = reader({ role: 'medecin' });
const owner = reader({ agentId: 'anne' });

const papers = async () =>
	(await sql<{ agent: string }>`select agent from paper order by agent`.execute(db())).rows.map(
		({ agent }) => agent
	);

beforeAll(async () => {
	await sql`create table paper (agent text, academie text)`.execute(db());
	await sql`alter table paper enable row level security`.execute(db());
	await sql`alter table paper force row level security`.execute(db());
	await sql`grant select, insert on paper to carnet_restricted`.execute(db());
	await sql`
		create policy doctor_reads on paper for select using (
			current_setting('carnet.function', true) = 'medecin'
			and academie = current_setting('carnet.academie', true))`.execute(db());
	await sql`
		create policy owner_writes on paper using (agent = current_setting('carnet.agent', true))
		with check (agent = current_setting('carnet.agent', true))`.execute(db());
	await sql`create table other_table (n integer)`.execute(db());
});

beforeEach(async () => {
	await sql`truncate paper`.execute(db());
	for (const [agent, academie] of [
		['anne', '19'],
		['bilal', '19'],
		['chloe', '12']
	]) {
		const insert = () => sql`insert into paper values (${agent}, ${academie})`.execute(db());
		await withRole(reader({ agentId: agent! }), insert);
	}
});

describe('row-level security', () => {
	test('a médecin-conseil reads the papers of their académie, and no other', async () => {
		expect(await withRole(doctor, papers)).toEqual(['anne', 'bilal']);
		expect(await withRole(reader({ role: 'medecin', academie: '12' }), papers)).toEqual(['chloe']);
	});

	test('a person reads their own, and writes nobody else’s', async () => {
		expect(await withRole(owner, papers)).toEqual(['anne']);
		const forged = withRole(owner, () =>
			sql`insert into paper values ('bilal', '19')`.execute(db())
		);
		await expect(forged).rejects.toThrow(/row-level security/);
	});

	test.each(['chef', 'gestionnaire', 'correspondant-eps', 'dpo', 'admin'])(
		'%s reads none',
		async (role) => {
			expect(await withRole(reader({ role }), papers)).toEqual([]);
		}
	);

	test('nothing else of the database can be touched in between', async () => {
		const elsewhere = withRole(doctor, () => sql`select * from other_table`.execute(db()));
		await expect(elsewhere).rejects.toThrow(/permission denied/);
	});

	test('the role does not outlive the work, whether it succeeds or throws', async () => {
		const whoAmI = async () =>
			(
				await sql<{ role: string; function: string | null }>`
					select current_user as role, current_setting('carnet.function', true) as function
				`.execute(db())
			).rows[0];
		const before = (await whoAmI())?.role;
		await unitOfWork(async () => {
			await withRole(doctor, papers);
			expect(await whoAmI()).toEqual({ role: before, function: '' });
			const failing = withRole(doctor, async () => {
				throw new Error('stop');
			});
			await expect(failing).rejects.toThrow('stop');
			expect(await whoAmI()).toEqual({ role: before, function: '' });
		});
		await expect(withRole(doctor, () => sql`select 1 / 0`.execute(db()))).rejects.toThrow();
		expect((await whoAmI())?.role).toBe(before);
	});

	test('the restricted role can neither log in nor bypass', async () => {
		const { rows } = await sql`
			select rolcanlogin as login, rolsuper as super, rolbypassrls as bypass
			from pg_roles where rolname = 'carnet_restricted'`.execute(db());
		expect(rows).toEqual([{ login: false, super: false, bypass: false }]);
	});
});

describe('the medical pieces of the product', () => {
	const accountId = '01990000-0000-7000-8000-000000000001';
	const pieces = { ordinary: randomUUID(), medical: randomUUID() };

	beforeAll(async () => {
		await db()
			.insertInto('academie')
			.values({ code: '19', name: 'Reims', settings: '{}' })
			.execute();
		await sql`
			insert into account (id, academie_code, role, identifier, email, first_name, last_name)
			values (${accountId}, '19', 'enseignant', 'asorel', 'a@example.org', 'Anne', 'Sorel')
		`.execute(db());
		for (const [kind, id] of Object.entries(pieces)) {
			await sql`
				insert into document (id, account_id, academie_code, type, name, issued_on, medical, state, sha256, bytes,
					key_id, deposited_at)
				values (${id}, ${accountId}, '19', 'x', 'x.pdf', '2026-09-01', ${kind === 'medical'}, 'accepted',
					'', 1, '', now())`.execute(db());
		}
	});

	const seenBy = async (who: Reader) =>
		(await withRole(who, () => db().selectFrom('document').select('id').execute()))
			.map(({ id }) => (id === pieces.medical ? 'medical' : 'ordinary'))
			.sort();

	test.each<[string, Reader, string[]]>([
		['their owner', reader({ id: accountId }), ['medical', 'ordinary']],
		['another teacher', reader({}), []],
		['the médecin-conseil', reader({ role: 'medecin' }), ['medical']],
		['the gestion', reader({ role: 'gestionnaire' }), ['ordinary']],
		['a head', reader({ role: 'chef' }), []],
		['an administrator', reader({ role: 'admin' }), []]
	])('%s reads what the base itself lets out', async (_, who, expected) => {
		expect(await seenBy(who)).toEqual(expected);
	});
});
