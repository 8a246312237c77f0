import type { CivilDate } from '../shared';
import type { CorpsId, GradeId } from './corps';
import type { Interruption } from './service';

/** A change supposed on a day: to the next grade, or to another corps. */
export type Promotion =
	| { readonly on: CivilDate; readonly grade: GradeId }
	| { readonly on: CivilDate; readonly corps: CorpsId };

/** What a person supposes of the years to come. */
export interface Scenario {
	/** Échelons whose one-year bonification is supposed granted. */
	readonly bonifications: readonly number[];
	/** In ascending order of date. */
	readonly promotions: readonly Promotion[];
	/** Months of seniority bonus, used at the next change of échelon. */
	readonly asaMonths: number;
	/** In ascending order, not overlapping. */
	readonly interruptions: readonly Interruption[];
	/** Reads every index as of that day. */
	readonly frozenIndices: CivilDate | null;
	/** Applies the unconfirmed reform. */
	readonly draft: boolean;
}

export const plainScenario: Scenario = {
	bonifications: [],
	promotions: [],
	asaMonths: 0,
	interruptions: [],
	frozenIndices: null,
	draft: false
};
