/** Typed reads of the shared table of rows. */
import type { Entity } from '$lib/core/shared';
import type { LocalDatabase } from './local-database';

export async function bodiesOf<Body>(db: LocalDatabase, entity: Entity<Body>): Promise<Body[]> {
	const rows = await db.rows.where({ type: entity.type }).toArray();
	return rows.filter(({ body }) => body !== null).map(({ body }) => body as Body);
}

export async function bodyOf<Body>(
	db: LocalDatabase,
	entity: Entity<Body>,
	id: string
): Promise<Body | null> {
	return ((await db.rows.get([entity.type, id]))?.body as Body | undefined) ?? null;
}
