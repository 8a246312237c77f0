/**
 * Published figures about others, to compare oneself with: only what was read, with its source. A
 * share that would point at fewer than five people is never given.
 */
import * as v from 'valibot';
import { confidences, type Explanation, type Source } from '../reference';
import { frenchNumber, type CivilDate } from '../shared';
import { corpsIds, gradeIds, type CorpsId } from './corps';

const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const years = v.pipe(v.number(), v.minValue(15), v.maxValue(75));
const people = v.pipe(v.number(), v.integer(), v.minValue(0));
const corps = v.picklist(corpsIds);
const facts = {
	confidence: v.picklist(confidences),
	sources: v.pipe(v.array(v.string()), v.minLength(1))
};

export const statisticsSchema = v.strictObject({
	asOf: v.string(),
	sources: v.record(
		v.string(),
		v.strictObject({ title: v.string(), url: v.nullable(v.string()), date: v.nullable(v.string()) })
	),
	academies: v.array(
		v.strictObject({
			/** Code of the académie. */
			academie: v.string(),
			on: v.string(),
			...facts,
			rows: v.array(
				v.strictObject({
					corps: v.union([corps, v.literal('ensemble')]),
					group: v.picklist(['femmes', 'hommes', 'ensemble']),
					count: people,
					meanAge: years,
					under35: ratio,
					over50: ratio,
					partTime: ratio,
					women: v.nullable(ratio)
				})
			)
		})
	),
	nationalAges: v.array(
		v.strictObject({ period: v.string(), ages: v.record(v.string(), years), ...facts })
	),
	promotions: v.array(
		v.strictObject({
			grade: v.picklist(gradeIds),
			corps: v.array(corps),
			scope: v.string(),
			year: people,
			promotable: v.nullable(people),
			promoted: v.nullable(people),
			meanAge: v.nullable(years),
			byEchelon: v.array(v.strictObject({ echelon: people, share: ratio })),
			note: v.optional(v.string()),
			...facts
		})
	),
	notPublished: v.array(v.string())
});

export type Statistics = v.InferOutput<typeof statisticsSchema>;
type Facts = {
	readonly confidence: Explanation['confidence'];
	readonly sources: readonly string[];
};

/** Fewer people than this could be recognised. */
export const SMALLEST_CELL = 5;

/** The share, or null when it or what is left of `count` people would point at too few of them. */
export function shownShare(share: number, count: number): number | null {
	const cell = Math.round(share * count);
	const tooFew = (size: number) => size > 0 && size < SMALLEST_CELL;
	return tooFew(cell) || tooFew(count - cell) ? null : share;
}

export const statisticsSources = (
	statistics: Statistics,
	ids: readonly string[]
): readonly Source[] => ids.map((id) => ({ id, ...statistics.sources[id]! }));

export function explainPublished(
	statistics: Statistics,
	{ confidence, sources }: Facts,
	text: string,
	on: CivilDate
): Explanation {
	return {
		rule: 'statistique-publiee',
		text,
		inputs: [],
		sources: statisticsSources(statistics, sources),
		confidence,
		at: on
	};
}

/** The corps in the académie as published, everyone together; null where nothing is. */
export function corpsInAcademie(statistics: Statistics, corpsId: CorpsId, academie: string) {
	const table = statistics.academies.find((entry) => entry.academie === academie);
	const row = table?.rows.find((entry) => entry.corps === corpsId && entry.group === 'ensemble');
	return table && row
		? { ...row, on: table.on as CivilDate, confidence: table.confidence, sources: table.sources }
		: null;
}

/** Problems found, none when the figures can be sealed. */
export function checkStatistics(input: unknown): string[] {
	const parsed = v.safeParse(statisticsSchema, input);
	if (!parsed.success)
		return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
	const { sources, academies, nationalAges, promotions } = parsed.output;
	const problems: string[] = [];
	const cited = new Set([...academies, ...nationalAges, ...promotions].flatMap((f) => f.sources));
	for (const id of cited) if (!sources[id]) problems.push(`source ${id} is not described`);
	for (const id of Object.keys(sources))
		if (!cited.has(id)) problems.push(`source ${id} is never cited`);
	for (const { rows } of academies)
		for (const { corps: name, group, under35, over50 } of rows)
			if (under35 + over50 > 1)
				problems.push(`${name} ${group}: ages add up to more than everyone`);
	return problems;
}

/** `45,0 ans` */
export const frenchYears = (age: number): string => `${frenchNumber(age, 1)}\u00a0ans`;
