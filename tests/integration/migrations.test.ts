import { migrations } from '$lib/server/db';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { openBlankDatabase, useDatabase } from '../support/database';
import { declaredTables } from '../support/declared-tables';

const db = useDatabase();
const names = Object.keys(migrations).sort();

test('every prefix of the migrations applies: any past version can be brought up to date', async () => {
	const blank = await openBlankDatabase();
	const migrator = new Migrator({
		db: blank.db,
		provider: { getMigrations: async () => ({ ...migrations }) }
	});
	for (const name of names) {
		const { error } = await migrator.migrateTo(name);
		expect(error, name).toBeUndefined();
	}
	await blank.close();
}, 60_000);

interface Column {
	readonly table: string;
	readonly name: string;
	readonly type: string;
	readonly nullable: boolean;
}

const columnsOfDatabase = async (): Promise<Column[]> => {
	const { rows } = await sql<Column>`
		select table_name as "table", column_name as name, udt_name as type,
			is_nullable = 'YES' as nullable
		from information_schema.columns
		where table_schema = 'public' and table_name not like 'kysely%'
		order by table_name, column_name`.execute(db());
	return rows;
};

/** What the drivers give for a type of the database; the rest is text. */
const given: Readonly<Record<string, RegExp>> = {
	int2: /^number$/,
	int4: /^number$/,
	int8: /^number$/,
	numeric: /^number$/,
	float8: /^number$/,
	bool: /^boolean$/,
	timestamptz: /^Date$/,
	bytea: /^(Buffer|Uint8Array)/,
	date: /^CivilDate$/,
	jsonb: /./
};
const text = /^(?!(number|boolean|Date)$)/;

test('the declared tables are those of the database, column by column', async () => {
	const inDatabase = await columnsOfDatabase();
	const declared = Object.entries(declaredTables()).flatMap(([table, columns]) =>
		Object.entries(columns).map(([name, column]) => ({ table, name, ...column }))
	);
	const keyOf = ({ table, name }: Pick<Column, 'table' | 'name'>) => `${table}.${name}`;
	expect(declared.map(keyOf).sort()).toEqual(inDatabase.map(keyOf).sort());

	const byKey = new Map(declared.map((column) => [keyOf(column), column]));
	const otherNullability = inDatabase.filter((column) => {
		const nullable = byKey.get(keyOf(column))?.nullable ?? null;
		return nullable !== null && nullable !== column.nullable;
	});
	expect(otherNullability).toEqual([]);

	const otherType = inDatabase
		.map((column) => ({ ...column, declared: byKey.get(keyOf(column))?.type ?? '' }))
		.filter(({ type, declared }) => !(given[type] ?? text).test(declared));
	expect(otherType).toEqual([]);
});
