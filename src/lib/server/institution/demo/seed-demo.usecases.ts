import { appError, AppFailure, type Result } from '$lib/core/shared';
import { db } from '../../db';
import { createDemoAccounts, keyedDigest, type DemoAgent } from '../../identity';
import { configureAcademie, ensureAcademies } from '../academies.usecases';
import { receiveImport, runImport, type ImportDeps } from '../import';
import { demoFile } from './demo-file';
import { demoPeople, type DemoPerson } from './demo-people';

async function* bytesOf(parts: Iterable<string>) {
	for (const part of parts) yield Buffer.from(part);
}

function unwrap<T>(result: Result<T>): T {
	if (!result.ok) throw new AppFailure(result.error);
	return result.value;
}

/** Addresses that lead nowhere: `.example` belongs to nobody. */
const settings = {
	portal: 'https://portail.ac-reims.example',
	contact: 'correspondant@ac-reims.example',
	mailDomain: 'ac-reims.example',
	postalAddress: 'Rectorat de démonstration, 51000 Reims'
};

async function accountFor(key: DemoPerson['key']): Promise<DemoAgent> {
	const { numen } = demoPeople.find((person) => person.key === key)!;
	const row = await db()
		.selectFrom('agent as a')
		.innerJoin('establishment as e', 'e.uai', 'a.uai')
		.select(['a.id', 'a.academie_code', 'a.first_name', 'a.last_name', 'a.email', 'e.uai'])
		.select('e.departement')
		.where('a.numen_digest', '=', keyedDigest('numen', numen))
		.executeTakeFirstOrThrow();
	return {
		agentId: row.id,
		academie: row.academie_code,
		firstName: row.first_name,
		lastName: row.last_name,
		email: row.email ?? '',
		uai: row.uai,
		departement: row.departement
	};
}

/** Whether the base holds nobody: the only state a demonstration is written into by itself. */
export async function isEmpty(): Promise<boolean> {
	return (await db().selectFrom('agent').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Imports the demonstration and opens its accounts; run again, changes nothing. */
export async function seedDemo(deps: ImportDeps): Promise<void> {
	await ensureAcademies();
	unwrap(await configureAcademie({ code: '19', settings }));
	const body = bytesOf(demoFile());
	const { id } = unwrap(await receiveImport({ fileName: 'demonstration.csv', body }, deps));
	const { status, agents } = unwrap(await runImport({ id }, deps));
	if (status !== 'applied' || agents.refused > 0)
		throw new AppFailure(appError('institution.demo-refused', 'internal', { id }));
	const enseignante = await accountFor('enseignante');
	const enseignantEps = await accountFor('enseignant-eps');
	await createDemoAccounts({ enseignante, enseignantEps }, deps);
}
