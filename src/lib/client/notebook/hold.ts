/**
 * Someone's sign-out clears all that the browser keeps of Carnet, with no exception possible. The
 * notebook belongs to nobody who signs in: it waits in memory and is written back.
 */
import { closeNotebook, readEntries, writeEntries } from './notebook-database';

/** Takes the notebook into memory; call the result once the browser has cleared its storage. */
export async function holdNotebook(): Promise<() => Promise<void>> {
	const entries = await readEntries();
	// A connection that the clearing closes under us would take the writing back with it.
	closeNotebook();
	return async () => {
		// Whatever happens to the notebook, the sign-out goes on.
		if (entries.length > 0) await writeEntries(entries).catch(() => {});
	};
}
