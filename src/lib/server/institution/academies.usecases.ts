import type { AcademieSettings } from '$lib/core/institution';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { academies } from '$lib/data/academies';
import { db, unitOfWork } from '../db';
import { bumpStream } from '../sync';

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

/** What an académie has chosen for its members; nothing for one that is not known. */
export async function academieSettings(code: string): Promise<AcademieSettings> {
	const row = await db()
		.selectFrom('academie')
		.select('settings')
		.where('code', '=', code)
		.executeTakeFirst();
	return row?.settings ?? {};
}

/** Département where the person teaches; null between two posts or without a record. */
export async function departementOfAgent(agentId: string | null): Promise<string | null> {
	if (agentId === null) return null;
	const row = await db()
		.selectFrom('agent')
		.innerJoin('establishment', 'establishment.uai', 'agent.uai')
		.select('establishment.departement')
		.where('agent.id', '=', agentId)
		.executeTakeFirst();
	return row?.departement ?? null;
}

/** Replaces the name and settings of an académie, for the phones of all its members. */
export async function configureAcademie(command: {
	readonly code: string;
	readonly name?: string | undefined;
	readonly settings: AcademieSettings;
}): Promise<Result<{ name: string }>> {
	const { code, name, settings } = command;
	return unitOfWork(async () => {
		const known = await db()
			.selectFrom('academie')
			.select('name')
			.where('code', '=', code)
			.executeTakeFirst();
		if (!known) return fail(appError('institution.academie.unknown', 'not-found', { code }));
		const rev = await bumpStream(`academie:${code}`);
		await db()
			.updateTable('academie')
			.set({ name: name ?? known.name, settings: JSON.stringify(settings), rev })
			.where('code', '=', code)
			.execute();
		return ok({ name: name ?? known.name });
	});
}
