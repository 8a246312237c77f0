/** A personal note on one's career: read by its author alone. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';

export interface CareerNote {
	readonly id: string;
	readonly title: string;
	readonly text: string;
}

export const careerNoteEntity = entity<Versioned<CareerNote>>('career-note', 1, 'user');

const id = v.pipe(v.string(), v.uuid());

/** Two texts cannot be merged honestly: a note changed elsewhere is shown beside one's own. */
export const writeNote = mutator({
	kind: 'career-note.write',
	policy: 'strict',
	entity: careerNoteEntity,
	args: v.object({
		id,
		title: v.pipe(v.string(), v.trim(), v.maxLength(120)),
		text: v.pipe(v.string(), v.maxLength(20_000))
	}),
	idOf: (args) => args.id,
	apply: (_current: CareerNote | null, args) => args
});

export const deleteNote = mutator({
	kind: 'career-note.delete',
	policy: 'strict',
	entity: careerNoteEntity,
	args: v.object({ id }),
	idOf: (args) => args.id,
	apply: (_current: CareerNote | null): CareerNote | null => null
});
