/** The dates a person gives themselves. */
import {
	addDeadline,
	deleteDeadline,
	editDeadline,
	personalDeadlineEntity,
	type PersonalDeadline
} from '$lib/core/messages';
import type { CivilDate, Result } from '$lib/core/shared';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

/** Soonest first, done ones last. */
export const myDeadlines = (db: LocalDatabase): Live<PersonalDeadline[]> =>
	new Live(async () =>
		(await bodiesOf(db, personalDeadlineEntity)).sort(
			(a, b) => Number(a.done) - Number(b.done) || a.date.localeCompare(b.date)
		)
	);

export const planDeadline = (
	writer: Writer,
	deadline: { title: string; date: CivilDate }
): Promise<Result<string>> => perform(writer, addDeadline, { id: writer.newId(), ...deadline });

export const changeDeadline = (
	writer: Writer,
	id: string,
	fields: Partial<Omit<PersonalDeadline, 'id'>>
): Promise<Result<string>> => perform(writer, editDeadline, { id, fields });

export const removeDeadline = (writer: Writer, id: string): Promise<Result<string>> =>
	perform(writer, deleteDeadline, { id });
