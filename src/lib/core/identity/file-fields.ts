/**
 * Which parts of a file each function reads: a head has no use for a birth date, nor a manager for a
 * medical paper. What is not listed is not given.
 */
import type { Role } from './role';

/** Kinds of data in a person's file. */
export const fieldGroups = {
	identity: ['id', 'academie', 'civility', 'lastName', 'firstName', 'recordUpdatedAt'],
	birth: ['birthDate'],
	contact: ['email'],
	position: ['corps', 'grade', 'discipline', 'quotity', 'establishment', 'assignments'],
	advancement: ['echelon', 'chevron', 'echelonSince', 'gradeSince', 'corpsSince', 'steps'],
	studies: ['diplomas', 'trainings']
} as const;
export type FieldGroup = keyof typeof fieldGroups;

const whole = Object.keys(fieldGroups) as FieldGroup[];

export const readableGroups: Readonly<Record<Role, readonly FieldGroup[]>> = {
	enseignant: whole,
	gestionnaire: whole,
	chef: ['identity', 'contact', 'position'],
	medecin: ['identity', 'position'],
	'correspondant-eps': ['identity', 'contact', 'position'],
	dpo: [],
	admin: [],
	assistance: []
};

/** The file as this function sees it: only what it reads, and nothing of the rest. */
export function fieldsFor<T extends object>(role: Role, file: T): Partial<T> {
	const names = new Set<string>(readableGroups[role].flatMap((group) => [...fieldGroups[group]]));
	return Object.fromEntries(Object.entries(file).filter(([name]) => names.has(name))) as Partial<T>;
}
