/**
 * Two ways a browser takes a database away. iOS drops the connection of an application left in the
 * background: it is reopened, once per loss. Another tab upgrades or erases the database: this tab
 * closes for good and says so, else it would write old rows into the new schema or block the upgrade.
 */
import type Dexie from 'dexie';

export function keepOpen(db: Dexie, onTakenAway: () => void): void {
	let taken = false;
	db.on('versionchange', () => {
		taken = true;
		db.close({ disableAutoOpen: true });
		onTakenAway();
		// Stops Dexie's own handler, which would reopen by itself.
		return false;
	});
	db.on('close', () => {
		if (!taken) void db.open().catch(onTakenAway);
	});
}
