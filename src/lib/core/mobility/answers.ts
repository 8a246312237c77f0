/**
 * The simulator's form, as typed, and the situation it says. Empty text is « not answered »: the
 * engine then names the question instead of guessing.
 */
import type { Movement } from './campaign';
import type { Geography } from './geography';
import type { Situation, Situations } from './situation';

export interface Answers {
	statut: string;
	corps: string;
	grade: string;
	echelon: string;
	anneesDansEchelon: string;
	departement: string;
	anneesPoste: string;
	detachementAnnees: string;
	participationObligatoire: boolean;
	anneesDepartement: string;
	moisDepartement: string;
	exContractuel: boolean;
	dixPoints: boolean;
	exTitulaireEnseignant: boolean;
	anneesExTitulaire: string;
	exFonctionnaire: boolean;
	academieAvantConcours: string;
	academieConcours: string;
	famille: string;
	codePostal: string;
	lieu: string;
	enfants: string;
	anneesActivite: string;
	anneesConge: string;
	totalAutre: string;
	boe: boolean;
	handicap: string;
	educationPrioritaire: string;
	anneesEducationPrioritaire: string;
	claAnnees: string;
	popAnnees: string;
	mayotteAnnees: string;
	guyaneAnnees: string;
	guyaneIsoleAnnees: string;
	sportifAnnees: string;
	cimm: string;
	reintegration: string;
	demandes: string;
}

export const emptyAnswers = (): Answers => ({
	statut: 'titulaire',
	corps: '',
	grade: 'classe-normale',
	echelon: '',
	anneesDansEchelon: '',
	departement: '',
	anneesPoste: '',
	detachementAnnees: '0',
	participationObligatoire: false,
	anneesDepartement: '',
	moisDepartement: '0',
	exContractuel: false,
	dixPoints: false,
	exTitulaireEnseignant: false,
	anneesExTitulaire: '',
	exFonctionnaire: false,
	academieAvantConcours: '',
	academieConcours: '',
	famille: 'aucune',
	codePostal: '',
	lieu: '',
	enfants: '0',
	anneesActivite: '0',
	anneesConge: '0',
	totalAutre: '',
	boe: false,
	handicap: '',
	educationPrioritaire: '',
	anneesEducationPrioritaire: '',
	claAnnees: '',
	popAnnees: '',
	mayotteAnnees: '',
	guyaneAnnees: '',
	guyaneIsoleAnnees: '',
	sportifAnnees: '',
	cimm: '',
	reintegration: '',
	demandes: ''
});

/** A whole number not below zero, or nothing. */
export function count(typed: string): number | undefined {
	return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined;
}

const said = (typed: string): string | undefined => typed || undefined;

function stagiaireOf(answers: Answers) {
	if (answers.statut !== 'stagiaire') return null;
	return {
		exContractuel: answers.exContractuel,
		dixPoints: answers.dixPoints,
		exTitulaireEnseignant: answers.exTitulaireEnseignant,
		anneesExTitulaire: count(answers.anneesExTitulaire),
		exFonctionnaire: answers.exFonctionnaire,
		academieAvantConcours: said(answers.academieAvantConcours),
		academieConcours: answers.academieConcours || null
	};
}

function familyOf(answers: Answers, movement: Movement, first: string | undefined) {
	const { famille } = answers;
	if (famille === 'conjoints' || famille === 'autorite-parentale-conjointe') {
		const codePostal = /^\d{5}$/.test(answers.codePostal) ? answers.codePostal : undefined;
		return {
			rapprochement: {
				type: famille,
				codePostal,
				departement: said(answers.lieu),
				enfants: count(answers.enfants),
				separation: {
					anneesActivite: count(answers.anneesActivite),
					anneesConge: count(answers.anneesConge)
				}
			}
		} as const;
	}
	if (famille !== 'simultanee') return null;
	const place = movement === 'inter' ? 'academie' : 'departement';
	return {
		mutationSimultanee: {
			conjoint: true,
			[place]: first,
			enfants: 0,
			totalAutre: count(answers.totalAutre) ?? null
		}
	};
}

function rightsOf(answers: Answers, movement: Movement, voeux: readonly string[]): Situations {
	const again = count(answers.demandes);
	const onlyCorse = voeux.length === 1 && voeux[0] === 'Corse';
	const place = movement === 'inter' ? 'academie' : 'departement';
	const priority = answers.educationPrioritaire as 'rep+' | 'ville' | 'rep' | '';
	return {
		boe: answers.boe,
		handicapDemande: answers.handicap ? [answers.handicap] : [],
		educationPrioritaire: priority
			? { type: priority, annees: count(answers.anneesEducationPrioritaire) }
			: null,
		claAnnees: count(answers.claAnnees),
		popAnnees: count(answers.popAnnees),
		mayotteAnnees: count(answers.mayotteAnnees),
		guyaneAnnees: count(answers.guyaneAnnees),
		guyaneIsoleAnnees: count(answers.guyaneIsoleAnnees),
		sportifAnnees: count(answers.sportifAnnees),
		cimm: answers.cimm || null,
		reintegration: answers.reintegration || null,
		corseDemandes: onlyCorse ? again : 0,
		voeuPreferentiel:
			!onlyCorse && again && voeux[0] ? { [place]: voeux[0], demandesConsecutives: again } : null
	};
}

/** What the answers say, for the wishes in their order. */
export function situationOf(
	answers: Answers,
	movement: Movement,
	voeux: readonly string[],
	geography: Geography
): Situation {
	const departement = said(answers.departement);
	const first = movement === 'interdepartemental';
	return {
		candidat: {
			statut: first ? 'titulaire' : (answers.statut as 'titulaire' | 'stagiaire'),
			corps: said(answers.corps),
			grade: said(answers.grade),
			echelon: count(answers.echelon),
			anneesDansEchelon: count(answers.anneesDansEchelon),
			departement,
			academie: departement ? (geography.academieOf(departement) ?? undefined) : undefined,
			anneesPoste: count(answers.anneesPoste),
			detachementAnnees: count(answers.detachementAnnees),
			participationObligatoire: answers.participationObligatoire,
			stagiaire: first ? null : stagiaireOf(answers),
			...(first && {
				anneesDepartement: count(answers.anneesDepartement),
				moisDepartement: count(answers.moisDepartement)
			})
		},
		famille: familyOf(answers, movement, voeux[0]),
		situations: rightsOf(answers, movement, voeux)
	};
}
