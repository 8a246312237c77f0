import type { ImportedEstablishment } from '$lib/core/institution';
import { sql } from 'kysely';
import { db, insertMany, type BulkColumns } from '../../db';

export async function knownEstablishments(): Promise<Set<string>> {
	const rows = await db().selectFrom('establishment').select('uai').execute();
	return new Set(rows.map(({ uai }) => uai));
}

const columns: BulkColumns<ImportedEstablishment> = {
	uai: ['text', ({ uai }) => uai],
	academie_code: ['text', ({ academie }) => academie],
	departement: ['text', ({ departement }) => departement],
	kind: ['text', ({ kind }) => kind],
	name: ['text', ({ name }) => name],
	city: ['text', ({ city }) => city],
	postal_code: ['text', ({ postalCode }) => postalCode]
};

const replaced = Object.keys(columns).filter((name) => name !== 'uai');
const values = (source: string) => sql.join(replaced.map((name) => sql.ref(`${source}.${name}`)));

const replaceWhenDifferent = sql`on conflict (uai) do update
	set ${sql.join(replaced.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
	where (${values('establishment')}) is distinct from (${values('excluded')})`;

/** Those of the list whose name or town will change: people's histories show them. */
export async function renamedEstablishments(
	establishments: readonly ImportedEstablishment[]
): Promise<string[]> {
	const wanted = new Map(establishments.map((one) => [one.uai as string, one]));
	const rows = await db()
		.selectFrom('establishment')
		.select(['uai', 'name', 'city'])
		.where('uai', 'in', [...wanted.keys()])
		.execute();
	return rows
		.filter(
			({ uai, name, city }) => wanted.get(uai)!.name !== name || wanted.get(uai)!.city !== city
		)
		.map(({ uai }) => uai);
}

export const writeEstablishments = (
	establishments: readonly ImportedEstablishment[]
): Promise<void> => insertMany('establishment', columns, establishments, replaceWhenDifferent);

/** Everyone whose record names one of these establishments. */
export async function agentsNaming(uais: readonly string[]): Promise<string[]> {
	const rows = await db()
		.selectFrom('assignment')
		.select('agent_id')
		.distinct()
		.where('uai', 'in', uais)
		.execute();
	return rows.map((row) => row.agent_id);
}
