import type { LocalDatabase } from '../db';

/** The random name under which this database is known to the server. */
export function deviceOf(db: LocalDatabase, newId: () => string): Promise<string> {
	return db.transaction('rw', db.tables, async () => {
		const known = await db.read('device');
		if (known) return known;
		const device = newId();
		await db.write('device', device);
		return device;
	});
}
