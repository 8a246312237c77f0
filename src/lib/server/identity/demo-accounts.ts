/**
 * The accounts of the demonstration. They have no secret: anyone on the machine may enter them, so
 * they exist in demonstration mode only, which the configuration refuses anywhere but on localhost.
 */
import { identifierStem, isStaff, nextIdentifier, type Role } from '$lib/core/identity';
import { appError, fail, type Result } from '$lib/core/shared';
import { db, unitOfWork } from '../db';
import { insertAccount, takenIdentifiers } from './account.repository';
import { hashPassword } from './password-hash';
import type { Client, IdentityDeps } from './client';
import { usableTotpCode, totpEnrolment } from './totp';
import { confirmTotp } from './totp.repository';
import { afterFirstProof, type SignInStep } from './second-factor.usecases';

/** What the seed says of the two teachers it has chosen among its agents. */
export interface DemoAgent {
	readonly agentId: string;
	readonly academie: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly uai: string;
	readonly departement: string;
}

/** In the order of the sign-in page. */
export const demoButtons = [
	{ key: 'enseignante', label: 'Enseignante' },
	{ key: 'enseignant-eps', label: 'Enseignant d’EPS' },
	{ key: 'cheffe', label: 'Cheffe d’établissement' },
	{ key: 'gestionnaire', label: 'Gestionnaire' },
	{ key: 'gestionnaire-2', label: 'Second gestionnaire' },
	{ key: 'medecin', label: 'Médecin-conseil' },
	{ key: 'correspondant-eps', label: 'Correspondant académique EPS' },
	{ key: 'dpo', label: 'DPO' },
	{ key: 'admin', label: 'Administratrice' },
	{ key: 'assistance', label: 'Assistance' }
] as const;

type DemoKey = (typeof demoButtons)[number]['key'];

const staff: readonly { key: DemoKey; role: Role; firstName: string; lastName: string }[] = [
	{ key: 'cheffe', role: 'chef', firstName: 'Hélène', lastName: 'Marchandeau' },
	{ key: 'gestionnaire', role: 'gestionnaire', firstName: 'Nadia', lastName: 'Ferrière' },
	{ key: 'gestionnaire-2', role: 'gestionnaire', firstName: 'Marc', lastName: 'Delhomme' },
	{ key: 'medecin', role: 'medecin', firstName: 'Paul', lastName: 'Aubrac' },
	{ key: 'correspondant-eps', role: 'correspondant-eps', firstName: 'Louis', lastName: 'Périer' },
	{ key: 'dpo', role: 'dpo', firstName: 'Isabelle', lastName: 'Rochebrune' },
	{ key: 'admin', role: 'admin', firstName: 'Karine', lastName: 'Aumont' },
	{ key: 'assistance', role: 'assistance', firstName: 'Samuel', lastName: 'Vidal' }
];

/** Shown on the sign-in page, for those who would rather type. */
export const demoPassword = 'pupitre-marelle-encrier-2026';

/**
 * Creates the demonstration accounts once the demonstration agents exist; run again, changes nothing.
 * The head works in the teacher's school, the manager in the same département.
 */
export async function createDemoAccounts(
	agents: { enseignante: DemoAgent; enseignantEps: DemoAgent },
	deps: IdentityDeps
): Promise<void> {
	const { enseignante, enseignantEps } = agents;
	const passwordHash = await hashPassword(demoPassword);
	const domain = enseignante.email.split('@')[1] ?? '';
	const people = [
		{ key: 'enseignante', role: 'enseignant' as const, ...enseignante },
		{ key: 'enseignant-eps', role: 'enseignant' as const, ...enseignantEps },
		...staff.map((person) => ({
			...person,
			agentId: null,
			academie: enseignante.academie,
			email: `${identifierStem(person.firstName, person.lastName)}@${domain}`,
			uai: person.role === 'chef' ? enseignante.uai : null,
			departement: person.role === 'gestionnaire' ? enseignante.departement : null
		}))
	];
	await unitOfWork(async () => {
		const existing = await db().selectFrom('demo_account').select('key').execute();
		const done = new Set(existing.map((row) => row.key));
		for (const { key, firstName, lastName, ...person } of people) {
			if (done.has(key)) continue;
			const stem = identifierStem(firstName, lastName);
			const identifier = nextIdentifier(stem, await takenIdentifiers(stem));
			const id = deps.newId();
			await insertAccount({ id, identifier, firstName, lastName, passwordHash, ...person });
			await db().insertInto('demo_account').values({ key, account_id: id }).execute();
			if (isStaff(person.role)) {
				await totpEnrolment({ id, identifier });
				await confirmTotp(id, deps.clock.now());
			}
		}
	});
}

/** Enters a demonstration account at one tap. The caller has checked that this is a demonstration. */
export async function signInToDemo(
	command: { key: string; client: Client },
	deps: IdentityDeps
): Promise<Result<SignInStep>> {
	const account = await db()
		.selectFrom('demo_account as d')
		.innerJoin('account as a', 'a.id', 'd.account_id')
		.select(['a.id', 'a.role'])
		.where('d.key', '=', command.key)
		.executeTakeFirst();
	if (!account) return fail(appError('identity.unknown-demo-account', 'not-found'));
	return afterFirstProof({ account, client: command.client }, deps);
}

/** The code each demonstration account would read on its telephone now. */
export async function demoCodes(deps: IdentityDeps) {
	const accounts = await db()
		.selectFrom('demo_account as d')
		.innerJoin('account as a', 'a.id', 'd.account_id')
		.select(['d.key', 'a.id', 'a.identifier'])
		.execute();
	const now = deps.clock.now();
	const lines = [];
	for (const { key, label } of demoButtons) {
		const account = accounts.find((row) => row.key === key);
		const code = account && (await usableTotpCode(account.id, now));
		if (account && code) lines.push({ key, label, identifier: account.identifier, code });
	}
	return lines;
}
