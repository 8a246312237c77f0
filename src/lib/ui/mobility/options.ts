/** The choices of the mobility forms, in the words of the rules. */
import type { Movement } from '$lib/core/mobility';

export interface Option {
	readonly value: string;
	readonly label: string;
}

const second: readonly Option[] = [
	{ value: 'certifie', label: 'Professeur certifié' },
	{ value: 'agrege', label: 'Professeur agrégé' },
	{ value: 'plp', label: 'Professeur de lycée professionnel' },
	{ value: 'peps', label: 'Professeur d’EPS' },
	{ value: 'cpe', label: 'Conseiller principal d’éducation' },
	{ value: 'psyen', label: 'Psychologue de l’Éducation nationale' }
];

const first: readonly Option[] = [
	{ value: 'pe', label: 'Professeur des écoles' },
	{ value: 'instituteur', label: 'Instituteur' }
];

export const corpsOptions = (movement: Movement): readonly Option[] =>
	movement === 'inter' ? second : first;

export const gradeOptions: readonly Option[] = [
	{ value: 'classe-normale', label: 'Classe normale' },
	{ value: 'hors-classe', label: 'Hors-classe' },
	{ value: 'classe-exceptionnelle', label: 'Classe exceptionnelle' }
];

export const priorityOptions: readonly Option[] = [
	{ value: 'rep+', label: 'REP+' },
	{ value: 'ville', label: 'Politique de la ville' },
	{ value: 'rep', label: 'REP' }
];

export const familyOptions = (movement: Movement): readonly Option[] => [
	{ value: 'aucune', label: 'Aucune' },
	{ value: 'conjoints', label: 'Rapprochement de conjoints' },
	{ value: 'autorite-parentale-conjointe', label: 'Autorité parentale conjointe' },
	{
		value: 'simultanee',
		label:
			movement === 'inter' ? 'Mutation simultanée entre conjoints' : 'Vœux liés entre conjoints'
	}
];
