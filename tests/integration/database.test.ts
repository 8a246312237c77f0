import { unitOfWork, db } from '$lib/server/db';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';

describe('the database behaves the same on both engines', () => {
	useDatabase('test');
	const academie = { code: '19', name: 'Reims', settings: '{}' };
	const count = async () => (await db().selectFrom('academie').selectAll().execute()).length;

	test('a unit of work that throws leaves nothing behind', async () => {
		const failing = unitOfWork(async () => {
			await db().insertInto('academie').values(academie).execute();
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await count()).toBe(0);
	});

	test('nested units of work join the outer one', async () => {
		await unitOfWork(async () => {
			await db().insertInto('academie').values(academie).execute();
			await unitOfWork(async () => expect(await count()).toBe(1));
		});
		expect(await count()).toBe(1);
	});

	test('dates stay civil, numerics and big integers are numbers', async () => {
		const row = await sql<Record<string, unknown>>`
			select date '2024-02-29' as day, 0.8::numeric as share, 9007199254740991::bigint as big
		`.execute(db());
		expect(row.rows).toEqual([{ day: '2024-02-29', share: 0.8, big: 9007199254740991 }]);
	});

	test('French sorting ignores accents and case at first', async () => {
		const { rows } = await sql<{ name: string }>`
			select name from unnest(array['Zola', 'Élise', 'eluard', 'Éluard']) as t(name)
			order by name collate "und-x-icu"
		`.execute(db());
		expect(rows.map((row) => row.name)).toEqual(['Élise', 'eluard', 'Éluard', 'Zola']);
	});
});
