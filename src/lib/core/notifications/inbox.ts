/** What a person has been told: the truth, whatever reached their phone. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';

/** Worded when it was told: a later wording changes nothing of what the person has read. */
export interface InboxItem {
	readonly id: string;
	readonly kind: string;
	readonly title: string;
	readonly body: string;
	/** Page to open, inside the application. */
	readonly path: string;
	/** What it is about: items of one group are shown as one. */
	readonly group: string;
	/** Instants (ISO 8601). */
	readonly at: string;
	readonly readAt: string | null;
}

export const inboxEntity = entity<Versioned<InboxItem>>('notification', 1, 'user');

export const readNotification = mutator({
	kind: 'notification.read',
	policy: 'merge-fields',
	needsRow: true,
	entity: inboxEntity,
	args: v.object({ id: v.pipe(v.string(), v.uuid()), at: v.pipe(v.string(), v.isoTimestamp()) }),
	idOf: (args) => args.id,
	apply: (current: InboxItem | null, { at }) =>
		current && (current.readAt ? current : { ...current, readAt: at })
});
