/** The functions a person can hold in Carnet; one account, one role. */
export const roles = [
	'enseignant',
	'chef',
	'gestionnaire',
	'medecin',
	'correspondant-eps',
	'dpo',
	'admin',
	'assistance'
] as const;

export type Role = (typeof roles)[number];

/** Those who read other people's files: no session without a second factor. */
export const isStaff = (role: Role): boolean => role !== 'enseignant';

/** Who is asking: what the session gives, and nothing more. */
export interface SessionUser {
	readonly id: string;
	readonly role: Role;
	readonly academie: string;
	readonly agentId: string | null;
	readonly uai: string | null;
	readonly departement: string | null;
	readonly firstName: string;
	readonly lastName: string;
}
