/** How « Pourquoi ? » names the data used. */
import type { FactName } from './fact-names';
import { isMissing, type Fact } from './missing';

export const factLabels: Readonly<Record<FactName, string>> = {
	statut: 'Statut',
	corps: 'Corps',
	grade: 'Grade',
	echelon: 'Échelon retenu',
	anneesDansEchelon: 'Années dans l’échelon',
	anneesPoste: 'Années dans le poste',
	detachementAnnees: 'Années de détachement',
	moisDepartement: 'Mois comme titulaire dans le département',
	exContractuel: 'Ancien contractuel',
	dixPoints: '10 points demandés',
	exTitulaireEnseignant: 'Ancien titulaire enseignant',
	anneesExTitulaire: 'Années sur le poste précédent',
	exFonctionnaire: 'Ancien fonctionnaire d’un autre corps',
	stageEnCorse: 'Stage en Corse',
	famille: 'Demande familiale',
	enfants: 'Enfants de moins de 18 ans',
	enfantsDeclares: 'Enfants déclarés',
	separationDeclaree: 'Séparation déclarée',
	residencesSeparees: 'Départements distincts',
	separationActivite: 'Années de séparation en activité retenues',
	separationEquivalente: 'Années de séparation retenues, congés comptés pour moitié',
	anneesConge: 'Années de congé parental ou de disponibilité',
	residencesAcademies: 'Académies des deux résidences',
	residencesDepartements: 'Départements des deux résidences',
	mutationSimultanee: 'Mutation simultanée',
	totalAutre: 'Barème de l’autre personne',
	boe: 'Bénéficiaire de l’obligation d’emploi',
	educationPrioritaire: 'Éducation prioritaire',
	anneesEducationPrioritaire: 'Années en éducation prioritaire',
	claAnnees: 'Années en établissement CLA',
	popAnnees: 'Années sur le poste à profil',
	mayotteAnnees: 'Années à Mayotte',
	guyaneAnnees: 'Années en Guyane',
	guyaneIsoleAnnees: 'Années sur un poste isolé en Guyane',
	sportifAnnees: 'Années d’affectation à titre provisoire',
	corseDemandes: 'Demandes consécutives de la Corse',
	demandesConsecutives: 'Demandes consécutives du même vœu 1',
	rang: 'Rang du vœu',
	voeuUnique: 'Vœu unique',
	familleSurVoeu: 'Ce vœu et la résidence de l’autre parent',
	simultaneeSurVoeu: 'Ce vœu et le vœu 1',
	voeuDeStage: 'Académie du stage ou du concours',
	voeuAvantConcours: 'Académie d’avant le concours',
	voeuCimm: 'Centre des intérêts matériels et moraux',
	voeuReintegration: 'Académie de réintégration',
	voeuHandicap: 'Bonification demandée au titre du handicap',
	voeuPreferentiel: 'Vœu préférentiel',
	voeuCorse: 'Vœu Corse'
};

const words: Readonly<Record<string, string>> = {
	true: 'oui',
	false: 'non',
	certifie: 'certifié',
	agrege: 'agrégé',
	plp: 'PLP',
	peps: 'professeur d’EPS',
	pe: 'professeur des écoles',
	cpe: 'CPE',
	psyen: 'PsyEN',
	'classe-normale': 'classe normale',
	'hors-classe': 'hors-classe',
	'classe-exceptionnelle': 'classe exceptionnelle',
	conjoints: 'rapprochement de conjoints',
	'autorite-parentale-conjointe': 'autorité parentale conjointe',
	'non-conjoints': 'non conjoints',
	'rep+': 'REP+',
	rep: 'REP',
	ville: 'politique de la ville',
	lieu: 'c’est elle',
	touche: 'elle la touche',
	'touche-par-mer': 'elle la touche par la mer (à confirmer)',
	'hors-zone': 'elle ne la touche pas',
	meme: 'la même',
	terre: 'elles se touchent',
	mer: 'elles se touchent par la mer (à confirmer)',
	non: 'elles ne se touchent pas'
};

/** Said at the person's first reading: « oui », « 2,5 », « hors-classe ». */
export function factText(fact: Fact): string {
	if (isMissing(fact)) return 'à préciser';
	if (typeof fact === 'number') return String(fact).replace('.', ',');
	return words[String(fact)] ?? String(fact);
}
