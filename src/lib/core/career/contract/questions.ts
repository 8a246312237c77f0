/** The career questions as the open API presents them: what each one answers, and an example to try. */
import type { Simulation } from '../../reference';
import type { CareerReference } from '../reference';
import { careerSimulations } from '.';

export interface Question<R> {
	/** Last part of the URL. */
	readonly name: string;
	readonly title: string;
	readonly summary: string;
	readonly example: Readonly<Record<string, unknown>>;
	/** What the answer holds, beside the envelope. */
	readonly answer: readonly string[];
	readonly simulation: Simulation<R>;
}

const position = {
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: 8,
	depuis: '2025-03-01'
};

const described: readonly Omit<Question<CareerReference>, 'simulation'>[] = [
	{
		name: 'carriere',
		title: 'Projeter une carrière',
		summary:
			'Échelons, chevrons, rendez-vous, promotions supposées, indices et traitement brut, étape par étape.',
		example: {
			position,
			au: '2026-11-22',
			jusquA: '2036-11-22',
			hypotheses: { bonifications: { '8': true } }
		},
		answer: ['etapes']
	},
	{
		name: 'rendez-vous',
		title: 'Situer un rendez-vous de carrière',
		summary: 'Qui est concerné une année donnée, les étapes et leurs délais.',
		example: { corps: 'certifie', anneeScolaire: '2026-2027', echelon: 8 },
		answer: ['numero', 'promuEntre', 'etapes']
	},
	{
		name: 'remuneration',
		title: 'Détailler une rémunération',
		summary: 'Traitement, indemnités, cotisations et net mensuel, ligne par ligne.',
		example: { position, le: '2026-11-22', indemnites: { isoe: true } },
		answer: [
			'indiceMajore',
			'brutMensuel',
			'indemnitesMensuelles',
			'netMensuel',
			'psc',
			'pscDetail',
			'lignes'
		]
	},
	{
		name: 'hors-classe',
		title: 'Calculer le barème de la hors-classe',
		summary: 'Points d’appréciation et d’ancienneté, et un repère tiré des bilans publiés.',
		example: {
			corps: 'certifie',
			echelon: 10,
			anneesDansEchelon: 2,
			appreciation: 'tres-satisfaisant',
			annee: 2026
		},
		answer: ['points', 'pointsAppreciation', 'pointsAnciennete', 'promouvable', 'repere']
	},
	{
		name: 'classe-exceptionnelle',
		title: 'Vérifier l’accès à la classe exceptionnelle',
		summary: 'Conditions, critères de départage et taux. Il n’y a pas de barème.',
		example: { corps: 'certifie', echelon: 6, annee: 2026 },
		answer: ['promouvable', 'departage', 'contraintes', 'taux']
	},
	{
		name: 'contingent',
		title: 'Compter un contingent de promotions',
		summary: 'Taux publié, nombre de places, taux constaté.',
		example: { grade: 'hors-classe', corps: 'certifie', annee: 2023, promouvables: 46344 },
		answer: ['taux', 'contingent', 'tauxConstatePourcent']
	},
	{
		name: 'reclassement',
		title: 'Reclasser après une promotion ou un changement de corps',
		summary: 'Échelon, ancienneté conservée, indice et prochaine date.',
		example: {
			corps: 'certifie',
			depuis: { grade: 'classe-normale', echelon: 10, ancienneteMois: 24 },
			vers: { grade: 'hors-classe' },
			le: '2026-09-01'
		},
		answer: [
			'corps',
			'grade',
			'echelon',
			'chevron',
			'indiceMajore',
			'indiceConserve',
			'ancienneteMois',
			'anciennete',
			'prochainEchelonLe',
			'prochainEchelon',
			'detail'
		]
	},
	{
		name: 'retraite',
		title: 'Connaître l’âge légal de départ',
		summary: 'Âge, date d’ouverture du droit et trimestres, catégorie sédentaire.',
		example: { naissance: '1966-05-01' },
		answer: ['ageLegal', 'ouvertureLe', 'trimestres']
	},
	{
		name: 'heures-supplementaires',
		title: 'Chiffrer les heures supplémentaires',
		summary: 'Heure annuelle, première heure majorée, heure occasionnelle.',
		example: { corps: 'certifie', grade: 'classe-normale', ors: 18, le: '2026-09-01' },
		answer: ['hsaAnnuelle', 'hsaPremiere', 'hse']
	}
];

export const careerQuestions: readonly Question<CareerReference>[] = described.map((question) => ({
	...question,
	simulation: careerSimulations[question.name as keyof typeof careerSimulations]
}));
