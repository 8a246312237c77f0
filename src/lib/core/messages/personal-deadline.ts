/** A date the person gives themselves, in the same thread as the official ones. */
import { civilDateSchema, entity, mutator, type CivilDate, type Versioned } from '../shared';
import type { Deadline } from '../notifications';
import * as v from 'valibot';

export interface PersonalDeadline {
	readonly id: string;
	readonly title: string;
	readonly date: CivilDate;
	readonly done: boolean;
}

export const personalDeadlineEntity = entity<Versioned<PersonalDeadline>>(
	'personal-deadline',
	1,
	'user'
);

const id = v.pipe(v.string(), v.uuid());
const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const date = civilDateSchema;

export const addDeadline = mutator({
	kind: 'personal-deadline.add',
	policy: 'append',
	entity: personalDeadlineEntity,
	args: v.object({ id, title, date }),
	idOf: (args) => args.id,
	apply: (current: PersonalDeadline | null, args) => current ?? { ...args, done: false }
});

/** Fields are independent: ticking it on one phone and moving its date on another both hold. */
export const editDeadline = mutator({
	kind: 'personal-deadline.edit',
	policy: 'merge-fields',
	needsRow: true,
	entity: personalDeadlineEntity,
	args: v.object({
		id,
		fields: v.partial(v.strictObject({ title, date, done: v.boolean() }))
	}),
	idOf: (args) => args.id,
	apply: (current: PersonalDeadline | null, args) =>
		current && ({ ...current, ...args.fields } as PersonalDeadline)
});

export const deleteDeadline = mutator({
	kind: 'personal-deadline.delete',
	policy: 'merge-fields',
	entity: personalDeadlineEntity,
	args: v.object({ id }),
	idOf: (args) => args.id,
	apply: (_current: PersonalDeadline | null): PersonalDeadline | null => null
});

/** As the one thread of deadlines shows it. */
export const deadlineOfPersonal = ({ id, title, date, done }: PersonalDeadline): Deadline => ({
	...{ id, title, date, done },
	...{ action: 'Échéance que vous avez notée', minutes: null, path: '/plus/echeances' }
});
