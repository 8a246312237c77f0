/** The person's preferences, the same on all their phones. */
import {
	markRecordSeen,
	preferencesEntity,
	setPreferences,
	type Preferences
} from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

export const myPreferences = (db: LocalDatabase): Live<Preferences> =>
	new Live(async () => (await bodiesOf(db, preferencesEntity))[0] ?? {});

export const changePreferences = (
	writer: Writer,
	fields: { hideAmounts?: boolean }
): Promise<Result<string>> => perform(writer, setPreferences, { id: writer.personId, fields });

/** @param until instant of the record's last change, as the server gave it */
export const seeRecord = (writer: Writer, until: string): Promise<Result<string>> =>
	perform(writer, markRecordSeen, { id: writer.personId, until });
