/**
 * Writing rows by the thousand in one statement: an array per column, unnested by PostgreSQL. Nearly
 * as fast as COPY, which the embedded engine does not have, and one path for both engines.
 */
import { sql, type RawBuilder } from 'kysely';
import { db } from './unit-of-work';

/** Type of the column, and its value for a row. */
export type BulkColumn<T> = readonly [type: string, value: (row: T) => unknown];
export type BulkColumns<T> = Readonly<Record<string, BulkColumn<T>>>;

/** @param onConflict what follows the rows, such as `on conflict …` */
export async function insertMany<T>(
	table: string,
	columns: BulkColumns<T>,
	rows: readonly T[],
	onConflict: RawBuilder<unknown> = sql``
): Promise<void> {
	if (rows.length === 0) return;
	const arrays = Object.values(columns).map(
		([type, value]) => sql`${rows.map(value)}::${sql.raw(type)}[]`
	);
	const names = Object.keys(columns).map((name) => sql.ref(name));
	await sql`insert into ${sql.table(table)} (${sql.join(names)})
		select * from unnest(${sql.join(arrays)}) ${onConflict}`.execute(db());
}
