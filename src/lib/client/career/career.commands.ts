/** What a person writes in the career room. */
import {
	bringSimulation,
	deleteCvEntry,
	deleteNote,
	deleteSimulation,
	reportError,
	writeCvEntry,
	writeNote,
	type CareerNote,
	type CvEntry,
	type ReportSubject,
	type SaidPosition
} from '$lib/core/career';
import { parisDate, type Result } from '$lib/core/shared';
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

/** Brings a position of the private notebook into the account, beside the record. */
export const bringPosition = (writer: Writer, said: SaidPosition): Promise<Result<string>> =>
	perform(writer, bringSimulation, {
		...{ id: writer.newId(), said, broughtOn: parisDate(writer.now()) }
	});

export const removeSimulation = (writer: Writer, id: string): Promise<Result<string>> =>
	perform(writer, deleteSimulation, { id });

/** Keeps a line of the CV, new when it has no id yet. */
export const saveCvEntry = (
	writer: Writer,
	{ id = writer.newId(), ...entry }: Omit<CvEntry, 'id' | 'writtenOn'> & { id?: string | undefined }
): Promise<Result<string>> =>
	perform(writer, writeCvEntry, { id, ...entry, writtenOn: parisDate(writer.now()) });

export const removeCvEntry = (writer: Writer, id: string): Promise<Result<string>> =>
	perform(writer, deleteCvEntry, { id });
