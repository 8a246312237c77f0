/**
 * Reads the local database now and after every write, from this tab or another, that changes the
 * answer. Dexie came with the database that `query` reads: named by a static import, it would be
 * waited for by every screen before anything shows.
 */
interface Observer<T> {
	readonly next: (value: T) => void;
	readonly error: (error: unknown) => void;
}

/** @returns what ends the watch */
export function watch<T>(query: () => Promise<T>, observer: Observer<T>): () => void {
	let ended = false;
	let end = () => {};
	import('dexie')
		.then(({ liveQuery }) => {
			if (ended) return;
			const subscription = liveQuery(query).subscribe(observer);
			end = () => subscription.unsubscribe();
		})
		.catch(observer.error);
	return () => {
		ended = true;
		end();
	};
}
