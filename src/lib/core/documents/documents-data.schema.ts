/** Shape of the dated data on pieces, and what the shape alone cannot say. */
import * as v from 'valibot';
import { confidences } from '../reference';
import { civilDateSchema } from '../shared';

const text = v.pipe(v.string(), v.minLength(1));
const months = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200));

const dated = <T extends v.GenericSchema>(value: T) =>
	v.pipe(
		v.array(
			v.strictObject({
				from: civilDateSchema,
				until: v.optional(civilDateSchema),
				value: v.strictObject({
					value,
					text,
					sources: v.pipe(v.array(text), v.minLength(1)),
					confidence: v.picklist(confidences)
				})
			})
		),
		v.minLength(1),
		v.check(
			(series) => series.every(({ from }, i) => i === 0 || series[i - 1]!.from < from),
			'not in ascending order'
		)
	);

const validity = v.variant('kind', [
	v.strictObject({ kind: v.literal('none') }),
	v.strictObject({ kind: v.literal('age'), months }),
	v.strictObject({ kind: v.literal('printed') })
]);

const retention = v.strictObject({
	months,
	from: v.picklist(['depot', 'fin-de-campagne']),
	fate: v.picklist(['destruction', 'tri'])
});

export const documentsDataSchema = v.strictObject({
	sources: v.array(
		v.strictObject({ id: text, title: text, url: v.nullable(text), date: v.nullable(text) })
	),
	types: v.array(
		v.strictObject({
			id: v.pipe(text, v.regex(/^[a-z0-9-]+$/)),
			label: text,
			stem: v.pipe(text, v.regex(/^[A-Za-z0-9]+$/)),
			hint: text,
			medical: v.boolean(),
			validity: dated(validity),
			retention: text,
			serves: v.array(text)
		})
	),
	retention: v.array(v.strictObject({ id: text, label: text, rules: dated(retention) }))
});
export type DocumentsData = v.InferOutput<typeof documentsDataSchema>;

function twice(ids: readonly string[]): string[] {
	return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Problems found, none when the data can be sealed. */
export function checkDocumentsData(input: unknown): string[] {
	const parsed = v.safeParse(documentsDataSchema, input);
	if (!parsed.success) {
		return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
	}
	const { sources, types, retention } = parsed.output;
	const known = new Set(sources.map(({ id }) => id));
	const lines = new Set(retention.map(({ id }) => id));
	const named = [...types.flatMap((t) => t.validity), ...retention.flatMap((line) => line.rules)];
	return [
		...twice(types.map(({ id }) => id)).map((id) => `type ${id}: written twice`),
		...twice(types.map(({ stem }) => stem)).map((stem) => `name ${stem}: given twice`),
		...types.flatMap((t) => (lines.has(t.retention) ? [] : [`${t.id}: no line ${t.retention}`])),
		...named
			.flatMap(({ value }) => value.sources)
			.filter((id) => !known.has(id))
			.map((id) => `source ${id} unknown`)
	];
}
