/**
 * What a table is searched by, as it stands on the disk. A hidden value can be found again by who
 * holds the key and compared for equality only: ranges over it mean nothing and are refused.
 */
import type {
	DBCoreCursor,
	DBCoreIndex,
	DBCoreKeyRange,
	DBCoreMutateResponse,
	DBCoreQuery,
	DBCoreTableSchema
} from 'dexie';

export type Row = Record<string, unknown>;
export type Hide = (table: string, field: string, value: unknown) => unknown;

const EQUAL = 1;
const RANGE = 2;

/** Ranks and states tell of no content, and are searched in other ways than by equality. */
const READABLE = ['ordinal', 'state'];

export function diskKeys({ name, primaryKey, indexes }: DBCoreTableSchema, hide?: Hide) {
	const fields = [...new Set([primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []))];
	const isHidden = (field: string) => hide !== undefined && !READABLE.includes(field);
	const onDisk = (field: string, value: unknown) =>
		isHidden(field) ? hide!(name, field, value) : value;

	const keyOn = ({ keyPath }: DBCoreIndex, value: unknown): unknown =>
		Array.isArray(keyPath)
			? keyPath.map((field, i) => onDisk(field, (value as unknown[])[i]))
			: onDisk(keyPath ?? '', value);
	const primary = (value: unknown) => keyOn(primaryKey, value);

	function range(index: DBCoreIndex, asked: DBCoreKeyRange): DBCoreKeyRange {
		if (asked.type === RANGE && [index.keyPath ?? []].flat().some(isHidden))
			throw new Error(
				`${name}.${index.name ?? 'key'} is hidden: it can only be searched by equality`
			);
		if (asked.type !== EQUAL) return asked;
		return { ...asked, lower: keyOn(index, asked.lower), upper: keyOn(index, asked.upper) };
	}

	return {
		primary,
		range,
		fieldsOf: (row: Row): Row =>
			Object.fromEntries(
				fields.filter((field) => field in row).map((field) => [field, onDisk(field, row[field])])
			),
		query: ({ index, range: asked }: DBCoreQuery): DBCoreQuery => ({
			index,
			range: range(index, asked)
		}),
		ofRow: (row: unknown): unknown => primaryKey.extractKey?.(row),
		/** The answer to a write, under the keys that the writer knows. */
		inClear(done: DBCoreMutateResponse, values: readonly Row[]): DBCoreMutateResponse {
			if (hide === undefined || ![primaryKey.keyPath ?? []].flat().some(isHidden)) return done;
			const last = values.at(-1);
			return {
				...done,
				...(done.results && { results: values.map((row) => primaryKey.extractKey?.(row)) }),
				lastResult: last && primaryKey.extractKey?.(last)
			};
		},
		cursor: (
			cursor: DBCoreCursor,
			index: DBCoreIndex,
			open: (stored: unknown) => unknown
		): DBCoreCursor =>
			Object.create(cursor, {
				value: { get: () => open(cursor.value) },
				start: {
					value: (onRow: () => void) =>
						cursor.start(() => (open(cursor.value) === undefined ? cursor.continue() : onRow()))
				},
				key: { get: () => index.extractKey?.(open(cursor.value)) },
				primaryKey: { get: () => primaryKey.extractKey?.(open(cursor.value)) }
			}) as DBCoreCursor
	};
}
