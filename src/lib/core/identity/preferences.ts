/** How a person likes Carnet to behave, the same on all their phones. One row, under their own id. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';

const fields = {
	/** Amounts left out of Accueil, for a phone read among others. */
	hideAmounts: v.boolean()
};

export interface Preferences {
	readonly hideAmounts?: boolean;
	/** Latest change of the record that the person has seen (ISO 8601). */
	readonly recordSeenUntil?: string;
}

export const preferencesEntity = entity<Versioned<Preferences>>('preferences', 1, 'user');

const id = v.pipe(v.string(), v.uuid());

export const setPreferences = mutator({
	kind: 'preferences.set',
	policy: 'merge-fields',
	entity: preferencesEntity,
	args: v.object({ id, fields: v.partial(v.strictObject(fields)) }),
	idOf: (args) => args.id,
	apply: (current: Preferences | null, args): Preferences =>
		({ ...current, ...args.fields }) as Preferences
});

export const markRecordSeen = mutator({
	kind: 'preferences.record-seen',
	policy: 'max',
	entity: preferencesEntity,
	args: v.object({ id, until: v.pipe(v.string(), v.isoTimestamp()) }),
	idOf: (args) => args.id,
	apply: (current: Preferences | null, { until }): Preferences => ({
		...current,
		recordSeenUntil:
			current?.recordSeenUntil && current.recordSeenUntil > until ? current.recordSeenUntil : until
	})
});
