import { db } from '../db';

/** What each académie has set for itself, by code. */
export async function everyAcademieSettings(): Promise<
	ReadonlyMap<string, Readonly<Record<string, unknown>>>
> {
	const rows = await db().selectFrom('academie').select(['code', 'settings']).execute();
	return new Map(rows.map(({ code, settings }) => [code, settings]));
}
