import type { CivilDate } from '../shared';
import type { Chevron, CorpsId, GradeId } from './corps';

/** Where a person stands: a rung of a ladder and the day it was entered. */
export interface Position {
	readonly corps: CorpsId;
	readonly grade: GradeId;
	readonly echelon: number;
	/** Chevron of a hors-échelle group; null elsewhere. */
	readonly chevron: Chevron | null;
	/** Entry in the échelon, or in the chevron when there is one. */
	readonly depuis: CivilDate;
	/**
	 * Seniority already held on entry after a change of grade or corps, in days of the 360-day year;
	 * present, even at 0, for as long as that rung is held.
	 */
	readonly reliquat?: number;
	/** Index of the former corps, kept personally until the new one exceeds it. */
	readonly indiceConserve?: number;
}

/** `8`, or `5:HEA1` for a chevron: how the reference data names a rung. */
export const rungKey = (echelon: number, chevron: string | null): string =>
	chevron === null ? String(echelon) : `${echelon}:${chevron}`;
