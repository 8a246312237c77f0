import { openDatabase } from '$lib/server/db';
import { writeSync } from 'node:fs';

/** Says each code on standard output once the database has acknowledged it, and not before. */
export async function writeUntilKilled(dataDir: string, prefix: string): Promise<never> {
	const { db } = await openDatabase({ databaseUrl: null, dataDir });
	for (let count = 0; ; count++) {
		const code = `${prefix}-${count}`;
		await db.insertInto('academie').values({ code, name: 'Reims', settings: '{}' }).execute();
		writeSync(1, `${code}\n`);
	}
}
