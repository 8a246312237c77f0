/** What a person writes in the career room. */
import {
	deleteNote,
	reportError,
	writeNote,
	type CareerNote,
	type ReportSubject
} from '$lib/core/career';
import type { Result } from '$lib/core/shared';
import { perform, type Writer } from '../sync';

/** Points out an error of the record; kept on the phone until the server has it. */
export const reportMistake = (
	writer: Writer,
	report: { readonly subject: ReportSubject; readonly message: string }
): Promise<Result<string>> => perform(writer, reportError, { id: writer.newId(), ...report });

/** Keeps a note, new when it has no id yet. */
export const saveNote = (
	writer: Writer,
	{ id = writer.newId(), title, text }: Omit<CareerNote, 'id'> & { id?: string | undefined }
): Promise<Result<string>> => perform(writer, writeNote, { id, title, text });

export const removeNote = (writer: Writer, id: string): Promise<Result<string>> =>
	perform(writer, deleteNote, { id });
