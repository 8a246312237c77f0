/** The positions that exist, taken from the reference data: what an import checks against. */
export interface PositionCatalogue {
	/** Grades by corps, then their positions. */
	readonly corps: ReadonlyMap<string, ReadonlyMap<string, GradePositions>>;
}

export interface GradePositions {
	/** `8`, `4:HEA1`; empty when the grade has no national grid. */
	readonly positions: ReadonlySet<string>;
}

export const positionKey = (echelon: number, chevron: string | null): string =>
	chevron === null ? String(echelon) : `${echelon}:${chevron}`;

export type PositionFault = 'corps' | 'grade' | 'echelon' | 'chevron';

/** The first part of the position that does not exist, or null when it does. */
export function positionFault(
	{ corps }: PositionCatalogue,
	position: { corps: string; grade: string; echelon: number; chevron: string | null }
): PositionFault | null {
	const grades = corps.get(position.corps);
	if (!grades) return 'corps';
	const grade = grades.get(position.grade);
	if (!grade) return 'grade';
	const { positions } = grade;
	if (positions.size === 0) return position.chevron === null ? null : 'chevron';
	if (positions.has(positionKey(position.echelon, position.chevron))) return null;
	const prefix = `${position.echelon}:`;
	const echelonExists =
		positions.has(String(position.echelon)) ||
		[...positions].some((known) => known.startsWith(prefix));
	return echelonExists ? 'chevron' : 'echelon';
}
