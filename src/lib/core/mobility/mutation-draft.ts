/**
 * The request a teacher prepares, one per person: answers as typed, wishes in order. Fields are
 * independent, so that two devices without network both keep what each has written.
 */
import * as v from 'valibot';
import { entity, mutator, type Versioned } from '../shared';
import { emptyAnswers, type Answers } from './answers';

export interface MutationDraft {
	/** The account's own id: a person prepares one request at a time. */
	readonly id: string;
	readonly campagne: string;
	readonly answers: Partial<Answers>;
	readonly voeux: readonly string[];
}

export const mutationDraftEntity = entity<Versioned<MutationDraft>>('mutation-draft', 1, 'user');

const answerSchemas = Object.fromEntries(
	Object.entries(emptyAnswers()).map(([name, value]) => [
		name,
		typeof value === 'boolean' ? v.boolean() : v.pipe(v.string(), v.maxLength(60))
	])
);
export const answersSchema = v.partial(v.strictObject(answerSchemas)) as unknown as v.GenericSchema<
	Partial<Answers>
>;

export const saveMutationDraft = mutator({
	kind: 'mutation-draft.save',
	policy: 'merge-fields',
	entity: mutationDraftEntity,
	args: v.strictObject({
		id: v.pipe(v.string(), v.uuid()),
		campagne: v.pipe(v.string(), v.maxLength(40)),
		answers: answersSchema,
		voeux: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(40)))
	}),
	idOf: (args) => args.id,
	apply: (current: MutationDraft | null, args): MutationDraft => ({
		id: args.id,
		campagne: args.campagne,
		answers: { ...current?.answers, ...args.answers },
		voeux: args.voeux ?? current?.voeux ?? []
	})
});

/** The answers that differ from those kept: what a save has to carry. */
export function changedAnswers(kept: Partial<Answers>, now: Answers): Partial<Answers> {
	const before: Partial<Answers> = { ...emptyAnswers(), ...kept };
	const names = Object.keys(now) as (keyof Answers)[];
	return Object.fromEntries(
		names.filter((name) => before[name] !== now[name]).map((name) => [name, now[name]])
	) as Partial<Answers>;
}
