/** A grade as the engine climbs it: dated sets of rungs and dated indices, resolved once from the data. */
import type { Confidence, Source } from '../reference';
import type { CivilDate } from '../shared';
import type { DurationSet, GradeData } from './career-data.schema';
import type { Chevron } from './corps';
import { rungKey } from './position';

export interface Rung {
	readonly key: string;
	readonly echelon: number;
	readonly chevron: Chevron | null;
	/** Months to spend before the next rung; null at the top, or when nobody published them. */
	readonly months: number | null;
	readonly fastMonths: number | null;
	readonly unknown: boolean;
	/** Key of the rung that follows. */
	readonly then: string | null;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
}

export interface RungSet {
	readonly from: CivilDate;
	readonly rungs: ReadonlyMap<string, Rung>;
}

export interface IndexValue {
	readonly value: number;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
}

export interface Ladder {
	readonly label: string;
	readonly sets: readonly RungSet[];
	/** The same, followed by the unconfirmed reform; equal to `sets` where it changes nothing. */
	readonly draftSets: readonly RungSet[];
	readonly indices: readonly {
		readonly from: CivilDate;
		readonly values: ReadonlyMap<string, IndexValue>;
	}[];
}

type ResolveSources = (ids: readonly string[]) => readonly Source[];

function buildSet(set: DurationSet, resolve: ResolveSources): RungSet {
	const keys = set.rows.map((row) => rungKey(row.echelon, row.chevron ?? null));
	const sources = resolve(set.sources);
	const rungs = set.rows.map((row, i): Rung => ({
		key: keys[i]!,
		echelon: row.echelon,
		chevron: row.chevron ?? null,
		months: row.months,
		fastMonths: row.fastMonths ?? null,
		unknown: row.unknown ?? false,
		then: row.months === null ? null : (row.then ?? keys[i + 1] ?? null),
		confidence: row.confidence ?? set.confidence,
		sources
	}));
	return { from: set.from, rungs: new Map(rungs.map((rung) => [rung.key, rung])) };
}

export function buildLadder(grade: GradeData, resolve: ResolveSources): Ladder {
	const sets = grade.durations.map((set) => buildSet(set, resolve));
	const draft = (grade.draft ?? []).map((set) => buildSet(set, resolve));
	const indices = grade.indices.map(({ from, values, confidence, sources }) => {
		const resolved = resolve(sources);
		const entries = Object.entries(values).map(
			([key, value]) => [key, { value, confidence, sources: resolved }] as const
		);
		return { from, values: new Map(entries) };
	});
	return {
		label: grade.label,
		sets,
		draftSets: draft.length > 0 ? [...sets, ...draft] : sets,
		indices
	};
}

/** Position of the set in force on `date`; 0 before the first, whose rules are taken back in time. */
export function setIndexAt(sets: readonly RungSet[], date: CivilDate): number {
	let i = Math.max(0, sets.length - 1);
	while (i > 0 && sets[i]!.from > date) i--;
	return i;
}

export const rungAt = (sets: readonly RungSet[], key: string, date: CivilDate): Rung | null =>
	sets[setIndexAt(sets, date)]?.rungs.get(key) ?? null;

/** The indice majoré of a rung on `date`, or null before the first known value. */
export function indexAt(ladder: Ladder, key: string, date: CivilDate): IndexValue | null {
	for (let i = ladder.indices.length - 1; i >= 0; i--) {
		const entry = ladder.indices[i]!;
		if (entry.from <= date) return entry.values.get(key) ?? null;
	}
	return null;
}
