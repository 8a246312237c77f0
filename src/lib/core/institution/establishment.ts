import type { Uai } from './uai';

export const establishmentKinds = [
	'ecole',
	'college',
	'lycee',
	'lycee-professionnel',
	'erea',
	'cio',
	'service'
] as const;
export type EstablishmentKind = (typeof establishmentKinds)[number];

export interface Establishment {
	readonly uai: Uai;
	readonly academie: string;
	readonly departement: string;
	readonly kind: EstablishmentKind;
	readonly name: string;
	readonly city: string;
	readonly postalCode: string;
}

/** Why a person serves in an establishment. */
export const assignmentNatures = [
	'definitive',
	'provisoire',
	'zone-remplacement',
	'suppleance',
	'stage',
	'contrat'
] as const;
export type AssignmentNature = (typeof assignmentNatures)[number];
