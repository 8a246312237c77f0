/** The career data made ready for the engine: ladders built, sources resolved. */
import type { Source } from '../reference';
import type { CareerData, CorpsData, GradeData } from './career-data.schema';
import type { CorpsId, GradeId } from './corps';
import { buildLadder, type Ladder } from './ladder';

export interface Corps extends CorpsData {
	readonly gridId: string;
	readonly gridLabel: string;
	readonly grades: ReadonlyMap<GradeId, Ladder>;
	/** The data as written, for what is not a ladder: bounds of the contractuels. */
	readonly gradeData: Readonly<Partial<Record<GradeId, GradeData>>>;
}

export interface CareerReference {
	/** Version of the sealed bundle, stored with every computation. */
	readonly version: string;
	/** Day up to which the facts were gathered. */
	readonly asOf: string;
	readonly data: CareerData;
	readonly corps: ReadonlyMap<CorpsId, Corps>;
	readonly sources: (ids: readonly string[]) => readonly Source[];
}

export function compileCareer(
	data: CareerData,
	seal: { readonly version: string; readonly asOf: string }
): CareerReference {
	const sources = (ids: readonly string[]): readonly Source[] =>
		ids.map((id) => ({ id, ...data.sources[id]! }));
	const corps = new Map<CorpsId, Corps>();
	for (const grid of data.grids) {
		const grades = new Map(
			Object.entries(grid.grades).map(([id, grade]) => [id as GradeId, buildLadder(grade, sources)])
		);
		for (const entry of grid.corps)
			corps.set(entry.id, {
				...entry,
				gridId: grid.id,
				gridLabel: grid.label,
				grades,
				gradeData: grid.grades
			});
	}
	return { ...seal, data, corps, sources };
}

export const ladderOf = (
	reference: CareerReference,
	corps: CorpsId,
	grade: GradeId
): Ladder | null => reference.corps.get(corps)?.grades.get(grade) ?? null;
