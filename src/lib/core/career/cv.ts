/** The CV a person writes beside their record: each line is a row of its own. */
import { civilDateSchema, entity, mutator, type CivilDate, type Versioned } from '../shared';
import * as v from 'valibot';

export const cvSections = [
	'experience',
	'formation',
	'pix',
	'responsabilite',
	'competence'
] as const;
export type CvSection = (typeof cvSections)[number];

export interface CvEntry {
	readonly id: string;
	readonly section: CvSection;
	readonly title: string;
	/** Establishment, training body. */
	readonly place: string;
	readonly from: CivilDate | null;
	readonly to: CivilDate | null;
	readonly hours: number | null;
	/** Code of the 2013 référentiel. */
	readonly competence: string | null;
	/** Pix score. */
	readonly score: number | null;
	readonly detail: string;
	/** The day it was last written, on the phone's own clock. */
	readonly writtenOn: CivilDate;
}

export const cvEntryEntity = entity<Versioned<CvEntry>>('cv-entry', 1, 'user');

const id = v.pipe(v.string(), v.uuid());
const line = v.pipe(v.string(), v.trim(), v.maxLength(200));
const day = v.nullable(civilDateSchema);
const count = (max: number) =>
	v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max)));

/**
 * Lines added on two phones both stay; the same line rewritten on both is a sentence that cannot be
 * merged honestly, and the person chooses between the two.
 */
export const writeCvEntry = mutator({
	kind: 'cv-entry.write',
	policy: 'strict',
	entity: cvEntryEntity,
	args: v.strictObject({
		id,
		section: v.picklist(cvSections),
		title: v.pipe(line, v.minLength(1)),
		place: line,
		from: day,
		to: day,
		hours: count(2000),
		competence: v.nullable(v.pipe(v.string(), v.maxLength(10))),
		score: count(1024),
		detail: v.pipe(v.string(), v.maxLength(2000)),
		writtenOn: civilDateSchema
	}),
	idOf: (args) => args.id,
	apply: (_current: CvEntry | null, args): CvEntry => args
});

export const deleteCvEntry = mutator({
	kind: 'cv-entry.delete',
	policy: 'strict',
	entity: cvEntryEntity,
	args: v.strictObject({ id }),
	idOf: (args) => args.id,
	apply: (_current: CvEntry | null): CvEntry | null => null
});
