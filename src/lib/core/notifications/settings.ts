/** How a person wants to be told, the same on all their phones. One row, under their own id. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';
import { reminderChoices } from './reminder-days';

export interface NotificationSettings {
	/** Choices that differ from the kind's own: `{ 'circular-published.mail': true }`. */
	readonly channels?: Readonly<Record<string, boolean>>;
	/** False: Carnet also speaks at night, at weekends and during the holidays. */
	readonly quiet?: boolean;
	/** Days before a deadline on which to remind of it. */
	readonly reminderDays?: readonly number[];
}

export const notificationSettingsEntity = entity<Versioned<NotificationSettings>>(
	'notification-settings',
	1,
	'user'
);

const fields = {
	channels: v.record(v.pipe(v.string(), v.maxLength(60)), v.boolean()),
	quiet: v.boolean(),
	reminderDays: v.pipe(v.array(v.picklist(reminderChoices)), v.maxLength(reminderChoices.length))
};

/** Each channel of each kind is a choice of its own: two phones may change two of them. */
export const setNotificationSettings = mutator({
	kind: 'notification-settings.set',
	policy: 'merge-fields',
	entity: notificationSettingsEntity,
	args: v.object({
		id: v.pipe(v.string(), v.uuid()),
		fields: v.partial(v.strictObject(fields))
	}),
	idOf: (args) => args.id,
	apply: (current: NotificationSettings | null, { fields }): NotificationSettings =>
		({
			...current,
			...fields,
			...(fields.channels && { channels: { ...current?.channels, ...fields.channels } })
		}) as NotificationSettings
});
