/** What a month's pay is computed from, and what comes out of it. */
import type { Explanation } from '../reference';
import type { CivilDate } from '../shared';
import type { CorpsId, GradeId } from './corps';

export interface PayCase {
	readonly on: CivilDate;
	/** Index paid; null when only the gross is known. */
	readonly indice: number | null;
	/** Gross index pay for a full service. */
	readonly gross: number;
	/** Corps, grade and échelon, for the allowances tied to them; null without a position. */
	readonly rank: {
		readonly corps: CorpsId;
		readonly grade: GradeId;
		readonly echelon: number;
	} | null;
	/** Share of the pay of a full service. */
	readonly quotity: number;
	readonly zone: 1 | 2 | 3;
	readonly children: number;
	/** Share of a full ISAE, 0 when none. */
	readonly isae: number;
	readonly isoe: boolean;
	readonly isoeModulable: string | null;
	readonly attractivite: boolean;
	readonly equipement: boolean;
}

export interface PayLine {
	/** Paid before contributions, or taken off. */
	readonly kind: 'paid' | 'contribution';
	readonly label: string;
	readonly amount: number;
	readonly why: Explanation;
}

export interface Pay {
	readonly lines: readonly PayLine[];
	readonly gross: number;
	/** Allowances, transfert primes-points included; residence and family supplement apart. */
	readonly allowances: number;
	/** Everything before contributions. */
	readonly totalGross: number;
	readonly net: number;
}
