/** What the shape alone cannot say of the career data: order, gaps, sources. Run by `data:check` and by a test. */
import * as v from 'valibot';
import { careerDataSchema, type DurationSet, type GradeData } from './career-data.schema';
import { rungKey } from './position';

type Report = (problem: string) => void;

function checkOrder(where: string, series: readonly { readonly from: string }[], report: Report) {
	series.forEach((entry, i) => {
		const previous = series[i - 1];
		if (previous && previous.from >= entry.from)
			report(`${where}: ${entry.from} does not come after ${previous.from}`);
	});
}

const keysOf = (set: DurationSet) =>
	set.rows.map((row) => rungKey(row.echelon, row.chevron ?? null));

function checkRows(where: string, set: DurationSet, report: Report) {
	const keys = keysOf(set);
	if (new Set(keys).size !== keys.length) report(`${where}: a rung is written twice`);
	set.rows.forEach((row, i) => {
		const previous = set.rows[i - 1];
		const step = row.echelon - (previous?.echelon ?? 0);
		if (step !== 1 && !(step === 0 && row.chevron && previous?.chevron))
			report(`${where}: gap before échelon ${keys[i]}`);
		if (row.then !== undefined && !keys.includes(row.then))
			report(`${where}: ${keys[i]} leads to ${row.then}, which does not exist`);
		if (row.fastMonths !== undefined && (row.months === null || row.fastMonths >= row.months))
			report(`${where}: ${keys[i]} is not shorter with its bonification`);
		if (row.months !== null && i === set.rows.length - 1)
			report(`${where}: the last rung has a duration`);
	});
}

function checkIndices(where: string, grade: GradeData, report: Report) {
	for (const { from, values } of grade.indices) {
		const set = grade.durations.findLast((entry) => entry.from <= from);
		if (!set) {
			report(`${where} ${from}: indices before the first durations`);
			continue;
		}
		let previous = 0;
		set.rows.forEach((row, i) => {
			const key = keysOf(set)[i]!;
			const value = values[key];
			if (value === undefined) {
				if (!row.unknown) report(`${where} ${from}: no index for ${key}`);
				return;
			}
			if (value < previous) report(`${where} ${from}: the index of ${key} goes down`);
			previous = value;
		});
		for (const key of Object.keys(values))
			if (!keysOf(set).includes(key)) report(`${where} ${from}: index of an unknown rung ${key}`);
	}
}

/** Every list of sources found anywhere in the data. */
function* sourceLists(value: unknown): Generator<readonly string[]> {
	if (Array.isArray(value)) for (const item of value) yield* sourceLists(item);
	else if (value !== null && typeof value === 'object')
		for (const [key, item] of Object.entries(value)) {
			if (key === 'sources' && Array.isArray(item)) yield item as string[];
			else yield* sourceLists(item);
		}
}

/** Problems found, none when the data can be sealed. */
export function checkCareerData(input: unknown): string[] {
	const parsed = v.safeParse(careerDataSchema, input);
	if (!parsed.success)
		return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
	const problems: string[] = [];
	const report = (problem: string) => problems.push(problem);
	const { sources, ...data } = parsed.output;
	for (const grid of data.grids)
		for (const [id, grade] of Object.entries(grid.grades)) {
			const where = `${grid.id} ${id}`;
			checkOrder(`${where} durations`, grade.durations, report);
			checkOrder(`${where} indices`, grade.indices, report);
			for (const set of [...grade.durations, ...(grade.draft ?? [])])
				checkRows(`${where} ${set.from}`, set, report);
			checkIndices(where, grade, report);
		}
	checkOrder('point', data.point.series, report);
	const { isae, isoe, attractivite } = data.remuneration;
	checkOrder('isae', isae.series, report);
	checkOrder('isoe', isoe.series, report);
	checkOrder('attractivite', attractivite.series, report);
	checkOrder('ages', data.retraite.ages, report);
	checkOrder('trimestres', data.retraite.trimestres, report);
	const cited = new Set<string>();
	for (const list of sourceLists(data)) {
		if (list.length === 0) report('a fact has no source');
		for (const id of list) {
			cited.add(id);
			if (!sources[id]) report(`source ${id} is not described`);
		}
	}
	for (const id of Object.keys(sources)) if (!cited.has(id)) report(`source ${id} is never cited`);
	return problems;
}
