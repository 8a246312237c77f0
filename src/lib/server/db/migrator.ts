import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

const modules = import.meta.glob<Migration>('/migrations/*.ts', { eager: true });

export const migrations: Readonly<Record<string, Migration>> = Object.fromEntries(
	Object.entries(modules).map(([path, migration]) => [
		path.split('/').at(-1)!.replace(/\.ts$/, ''),
		migration
	])
);

/** Applies what is missing, under the migrator's own lock: several instances may start together. */
export async function migrateToLatest(db: Kysely<never>): Promise<number> {
	const migrator = new Migrator({
		db,
		provider: { getMigrations: async () => ({ ...migrations }) }
	});
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return results?.length ?? 0;
}
