import { migrations } from '$lib/server/db';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { openBlankDatabase } from '../support/database';

const names = Object.keys(migrations).sort();

test('migrations apply in the order of their names', async () => {
	const blank = await openBlankDatabase();
	const migrator = new Migrator({
		db: blank.db as never,
		provider: { getMigrations: async () => ({ ...migrations }) }
	});
	for (const name of names) {
		const { error } = await migrator.migrateTo(name);
		expect(error, name).toBeUndefined();
	}
	await blank.close();
});
