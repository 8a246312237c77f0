/** How the person wants to be told, the same on all their phones. */
import {
	notificationSettingsEntity,
	setNotificationSettings,
	type NotificationSettings
} from '$lib/core/notifications';
import type { Result } from '$lib/core/shared';
import type { InferOutput } from 'valibot';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

export type SettingsChange = InferOutput<typeof setNotificationSettings.args>['fields'];

export const mySettings = (db: LocalDatabase): Live<NotificationSettings> =>
	new Live(async () => (await bodiesOf(db, notificationSettingsEntity))[0] ?? {});

export const changeSettings = (writer: Writer, fields: SettingsChange): Promise<Result<string>> =>
	perform(writer, setNotificationSettings, { id: writer.personId, fields });
