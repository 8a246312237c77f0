/** The forms of the career screens, kept in the private notebook like a person's own in their database. */
import type { DraftStore } from '../drafts';
import type { Draft } from '../db';
import { deleteEntry, readEntry, writeEntries } from './notebook-database';

const nameOf = (form: string) => `form:${form}`;

export const notebookForms: DraftStore = {
	get: async (form) => (await readEntry(nameOf(form))) as Draft | undefined,
	put: (draft) => writeEntries([{ name: nameOf(draft.name), value: draft }]),
	delete: (form) => deleteEntry(nameOf(form))
};
