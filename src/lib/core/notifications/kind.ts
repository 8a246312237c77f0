import type { GenericSchema, InferOutput } from 'valibot';
import type { Role } from '../identity';

/** Where a notification may go besides the inbox, which holds them all. */
export const channels = ['push', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** `now` also speaks in quiet hours; `soon` waits for the morning; `digest` waits for the week's mail. */
export type Urgency = 'now' | 'soon' | 'digest';

export interface Rendered {
	readonly title: string;
	readonly body: string;
	/** Page to open, inside the application. */
	readonly path: string;
}

export interface NotificationKind<Schema extends GenericSchema = GenericSchema> {
	readonly id: string;
	/** What the person reads in the settings. */
	readonly label: string;
	readonly audience: readonly Role[];
	readonly urgency: Urgency | ((data: InferOutput<Schema>) => Urgency);
	/** On unless the person says otherwise. */
	readonly channels: readonly Channel[];
	/** The person cannot switch it off. */
	readonly mandatory: boolean;
	/** Outside the application, only « Carnet : une nouvelle vous attend » is shown. */
	readonly sensitive: boolean;
	readonly data: Schema;
	render(data: InferOutput<Schema>): Rendered;
	/** Notifications that replace one another on the screen of a phone. */
	groupOf(data: InferOutput<Schema>): string;
}

export const notificationKind = <Schema extends GenericSchema>(
	kind: NotificationKind<Schema>
): NotificationKind<Schema> => kind;
