import { academies } from '$lib/data/academies';
import { db } from '../db';

/** Brings in the académies that are not there yet; their settings belong to each installation. */
export async function ensureAcademies(): Promise<void> {
	const known = await db().selectFrom('academie').select('code').execute();
	const present = new Set(known.map(({ code }) => code));
	const missing = academies.filter(({ code }) => !present.has(code));
	if (missing.length === 0) return;
	await db()
		.insertInto('academie')
		.values(missing.map(({ code, name }) => ({ code, name, settings: '{}' })))
		.onConflict((conflict) => conflict.column('code').doNothing())
		.execute();
}
