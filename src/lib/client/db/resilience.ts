/**
 * Two ways a browser takes a database away. iOS drops the connection of an application left in the
 * background: it is reopened, once per loss. Another tab upgrades or erases the database: this tab
 * closes for good and says so, else it would write old rows into the new schema or block the upgrade.
 */
import type Dexie from 'dexie';

/** @returns what ends the watch, before closing the database on purpose */
export function keepOpen(db: Dexie, onTakenAway: () => void): () => void {
	let ended = false;
	db.on('versionchange', () => {
		const first = !ended;
		// Before closing, which is announced like a loss.
		ended = true;
		db.close({ disableAutoOpen: true });
		if (first) onTakenAway();
		// Stops Dexie's own handler, which would reopen by itself.
		return false;
	});
	db.on('close', () => {
		if (!ended) void db.open().catch(onTakenAway);
	});
	return () => {
		ended = true;
	};
}
