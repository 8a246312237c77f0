/**
 * What the import is compared with: the same file parsed and upserted into the same tables by the
 * thousand, in one transaction, believing every cell. No check, no report, no digest, no resumption.
 */
import { readHeader, type ImportColumn } from '$lib/core/institution';
import { insertMany, unitOfWork, type BulkColumns } from '$lib/server/db';
import { parse } from 'csv-parse';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';

const BATCH = 1000;

interface Row {
	readonly id: string;
	readonly rank: number;
	readonly cell: (column: ImportColumn) => string | null;
}

const column = (type: string, name: ImportColumn): readonly [string, (row: Row) => unknown] => [
	type,
	({ cell }) => cell(name)
];
const key: BulkColumns<Row> = {
	agent_id: ['uuid', ({ id }) => id],
	rank: ['int', ({ rank }) => rank]
};
const quotity = ['numeric', ({ cell }: Row) => cell('quotite')?.replace(',', '.') ?? '1'] as const;

const tables: Readonly<Record<string, { table: string; columns: BulkColumns<Row>; key: string }>> =
	{
		etablissement: {
			table: 'establishment',
			key: 'uai',
			columns: {
				uai: column('text', 'uai'),
				academie_code: ['text', () => '19'],
				departement: ['text', () => '51'],
				kind: column('text', 'nature'),
				name: column('text', 'libelle'),
				city: column('text', 'commune'),
				postal_code: column('text', 'code_postal')
			}
		},
		agent: {
			table: 'agent',
			key: 'numen_digest',
			columns: {
				id: ['uuid', ({ id }) => id],
				numen_digest: column('text', 'numen'),
				academie_code: column('text', 'academie'),
				civility: column('text', 'civilite'),
				last_name: column('text', 'nom'),
				first_name: column('text', 'prenom'),
				birth_date: column('date', 'naissance'),
				email: column('text', 'courriel'),
				corps: column('text', 'corps'),
				grade: column('text', 'grade'),
				echelon: column('smallint', 'echelon'),
				chevron: column('text', 'chevron'),
				echelon_since: column('date', 'date_echelon'),
				grade_since: column('date', 'date_grade'),
				corps_since: column('date', 'date_corps'),
				discipline: column('text', 'discipline'),
				quotity,
				content_digest: ['text', () => ''],
				record_updated_at: ['timestamptz', () => '2026-11-22']
			}
		},
		affectation: {
			table: 'assignment',
			key: 'agent_id, rank',
			columns: {
				...key,
				uai: column('text', 'uai'),
				nature: column('text', 'nature'),
				from_date: column('date', 'debut'),
				to_date: column('date', 'fin'),
				quotity
			}
		},
		echelon: {
			table: 'career_step',
			key: 'agent_id, rank',
			columns: {
				...key,
				corps: column('text', 'corps'),
				grade: column('text', 'grade'),
				echelon: column('smallint', 'echelon'),
				chevron: column('text', 'chevron'),
				from_date: column('date', 'debut')
			}
		},
		diplome: {
			table: 'diploma',
			key: 'agent_id, rank',
			columns: {
				...key,
				label: column('text', 'libelle'),
				level: column('text', 'niveau'),
				year: column('smallint', 'annee')
			}
		},
		formation: {
			table: 'training',
			key: 'agent_id, rank',
			columns: {
				...key,
				label: column('text', 'libelle'),
				from_date: column('date', 'debut'),
				to_date: column('date', 'fin'),
				hours: column('numeric', 'heures'),
				competence: column('text', 'competence')
			}
		}
	};

async function flush(batches: Map<string, Row[]>) {
	for (const [type, { table, columns, key }] of Object.entries(tables)) {
		const rows = batches.get(type) ?? [];
		const replaced = Object.keys(columns).map(
			(name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`
		);
		const upsert = sql`on conflict (${sql.raw(key)}) do update set ${sql.join(replaced)}`;
		for (let at = 0; at < rows.length; at += BATCH)
			await insertMany(table, columns, rows.slice(at, at + BATCH), upsert);
		batches.set(type, []);
	}
}

export const bareUpsert = (path: string): Promise<void> =>
	unitOfWork(async () => {
		const batches = new Map<string, Row[]>();
		let header: ReturnType<typeof readHeader> | undefined;
		let id = '';
		let rank = 0;
		const parser = parse({ delimiter: ';', bom: true });
		for await (const cells of createReadStream(path).pipe(parser) as AsyncIterable<string[]>) {
			if (!header) {
				header = readHeader(cells);
				continue;
			}
			const { at } = header;
			const cell = (name: ImportColumn) => cells[at.get(name) ?? -1] || null;
			const type = cell('type')!;
			if (type === 'agent') {
				if (batches.get('agent')?.length === BATCH) await flush(batches);
				id = randomUUID();
				rank = 0;
			}
			const rows = batches.get(type) ?? [];
			rows.push({ id, rank: rank++, cell });
			batches.set(type, rows);
		}
		await flush(batches);
	});
