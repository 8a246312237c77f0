/** The barème as the open API presents it: what it answers, and an example to try. */
import { simulateBareme } from './simulate-bareme';

export const baremeQuestion = {
	name: 'bareme',
	title: 'Calculer un barème de mutation',
	summary:
		'Mouvement inter-académique ou interdépartemental, vœu par vœu, avec ce qui ne compte pas et pourquoi.',
	example: {
		campagne: 'inter-2026',
		candidat: {
			statut: 'titulaire',
			corps: 'certifie',
			grade: 'classe-normale',
			echelon: 8,
			anneesDansEchelon: 1,
			academie: 'Reims',
			anneesPoste: 3
		},
		voeux: ['Rennes', 'Nantes']
	},
	answer: ['voeux', 'extension'],
	simulation: simulateBareme
} as const;
