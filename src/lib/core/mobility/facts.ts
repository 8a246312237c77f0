/**
 * From what the person said to the facts rules look at. A fact is a value, or `Missing`: the question
 * to ask. An unanswered quantity counts for its `meanwhile` (zero by default), an unanswered
 * condition makes its rule wait; neither ever blocks.
 */
import type { Bareme } from './campaign';
import type { FactName, WishFactName } from './fact-names';
import { familyFacts } from './family-facts';
import type { Geography } from './geography';
import { missing, type Fact } from './missing';
import type { Situation, Situations } from './situation';

export type Facts = Readonly<Record<FactName, Fact>>;
export type RequestFacts = Omit<Facts, WishFactName>;
const CORSE = 'Corse';

function candidateFacts({ candidat }: Situation) {
	const years = candidat.anneesDepartement;
	return {
		statut: candidat.statut ?? missing('candidat.statut', 'Êtes-vous titulaire ou stagiaire ?'),
		corps: candidat.corps ?? missing('candidat.corps', 'Quel est votre corps ?'),
		grade: candidat.grade ?? missing('candidat.grade', 'Quel est votre grade ?'),
		echelon: candidat.echelon ?? missing('candidat.echelon', 'Quel est votre échelon ?'),
		anneesDansEchelon:
			candidat.anneesDansEchelon ??
			missing('candidat.anneesDansEchelon', 'Depuis combien d’années entières y êtes-vous ?'),
		anneesPoste:
			candidat.anneesPoste ??
			missing('candidat.anneesPoste', 'Depuis combien d’années entières êtes-vous sur ce poste ?'),
		detachementAnnees:
			candidat.detachementAnnees ??
			missing('candidat.detachementAnnees', 'Combien d’années avez-vous passées en détachement ?'),
		moisDepartement:
			years === undefined
				? missing(
						'candidat.anneesDepartement',
						'Depuis combien d’années êtes-vous titulaire dans ce département ?'
					)
				: years * 12 + (candidat.moisDepartement ?? 0)
	};
}

/** Académie of the stage: said, or the académie of the candidate. */
const stageOf = ({ candidat }: Situation) => candidat.stagiaire?.academieStage ?? candidat.academie;

function stagiaireFacts(situation: Situation) {
	const part = situation.candidat.stagiaire;
	// The whole part left out claims nothing; a field left out of a given part is asked.
	const ask = <T>(value: T | undefined, none: T, field: string, question: string) =>
		value ?? (part ? missing(`candidat.stagiaire.${field}`, question) : none);
	return {
		exContractuel: ask(
			part?.exContractuel,
			false,
			'exContractuel',
			'Avez-vous exercé un an à temps plein comme contractuel dans les deux années scolaires précédant le stage ?'
		),
		dixPoints: ask(
			part?.dixPoints,
			false,
			'dixPoints',
			'Demandez-vous les 10 points de stagiaire ?'
		),
		exTitulaireEnseignant: ask(
			part?.exTitulaireEnseignant,
			false,
			'exTitulaireEnseignant',
			'Étiez-vous titulaire d’un corps enseignant, d’éducation ou de psychologues avant ce stage ?'
		),
		anneesExTitulaire: ask(
			part?.anneesExTitulaire,
			0,
			'anneesExTitulaire',
			'Combien d’années aviez-vous sur votre poste précédent ?'
		),
		exFonctionnaire: ask(
			part?.exFonctionnaire,
			false,
			'exFonctionnaire',
			'Étiez-vous fonctionnaire titulaire d’un autre corps avant le concours ?'
		),
		stageEnCorse: stageOf(situation) === CORSE
	};
}

function rightsFacts(rights: Situations) {
	const priority = rights.educationPrioritaire;
	const preferred = rights.voeuPreferentiel;
	const isolated = rights.guyaneIsoleAnnees ?? 0;
	return {
		boe: rights.boe ?? false,
		educationPrioritaire: priority
			? (priority.type ??
				missing(
					'situations.educationPrioritaire.type',
					'Votre établissement est-il REP+, REP ou « politique de la ville » ?'
				))
			: 'aucune',
		anneesEducationPrioritaire: priority
			? (priority.annees ??
				missing(
					'situations.educationPrioritaire.annees',
					'Depuis combien d’années entières y exercez-vous ?'
				))
			: 0,
		claAnnees: rights.claAnnees ?? 0,
		popAnnees: rights.popAnnees ?? 0,
		mayotteAnnees: rights.mayotteAnnees ?? 0,
		guyaneAnnees:
			rights.guyaneAnnees ??
			(isolated > 0
				? missing(
						'situations.guyaneAnnees',
						'Depuis combien d’années entières exercez-vous en Guyane ?'
					)
				: 0),
		guyaneIsoleAnnees: isolated,
		sportifAnnees: rights.sportifAnnees ?? 0,
		demandesConsecutives: preferred
			? (preferred.demandesConsecutives ??
				missing(
					'situations.voeuPreferentiel.demandesConsecutives',
					'Combien de fois de suite, cette année comprise, demandez-vous ce vœu en premier ?'
				))
			: 0
	};
}

/** Everything that is the same for every wish of the request. */
export function requestFacts(
	situation: Situation,
	bareme: Bareme,
	geography: Geography
): RequestFacts {
	return {
		...candidateFacts(situation),
		...stagiaireFacts(situation),
		...rightsFacts(situation.situations ?? {}),
		...familyFacts(situation, bareme, geography)
	};
}

function preferredHere(rights: Situations, voeu: string): Fact {
	const preferred = rights.voeuPreferentiel;
	if (!preferred) return 'aucun';
	const place = preferred.academie ?? preferred.departement;
	if (place === undefined) {
		return missing('situations.voeuPreferentiel', 'Quel est le vœu demandé chaque année ?');
	}
	return place === voeu ? 'ici' : 'ailleurs';
}

function isStageOrExam(situation: Situation, voeu: string): Fact {
	const exam = situation.candidat.stagiaire?.academieConcours;
	if (voeu === stageOf(situation) || voeu === exam) return true;
	return exam === undefined && situation.candidat.stagiaire
		? missing(
				'candidat.stagiaire.academieConcours',
				'Dans quelle académie vous étiez-vous inscrit au concours ?'
			)
		: false;
}

function isBeforeExam(situation: Situation, voeu: string): Fact {
	const part = situation.candidat.stagiaire;
	if (!part?.exFonctionnaire) return false;
	return part.academieAvantConcours
		? part.academieAvantConcours === voeu
		: missing(
				'candidat.stagiaire.academieAvantConcours',
				'Dans quelle académie étiez-vous affecté avant le concours ?'
			);
}

/** What depends on the wish and its rank. */
export function wishFacts(situation: Situation, voeux: readonly string[], index: number) {
	const voeu = voeux[index]!;
	const rights = situation.situations ?? {};
	const onlyCorse = voeux.length === 1 && voeu === CORSE;
	return {
		rang: index + 1,
		voeuUnique: voeux.length === 1,
		voeuDeStage: isStageOrExam(situation, voeu),
		voeuAvantConcours: isBeforeExam(situation, voeu),
		voeuCimm: rights.cimm === voeu,
		voeuReintegration: rights.reintegration === voeu,
		voeuHandicap: rights.handicapDemande?.includes(voeu) ?? false,
		voeuPreferentiel: preferredHere(rights, voeu),
		voeuCorse: voeu === CORSE,
		corseDemandes:
			rights.corseDemandes ??
			(onlyCorse
				? missing(
						'situations.corseDemandes',
						'Combien de fois de suite, cette année comprise, demandez-vous la Corse en vœu unique ?'
					)
				: 0)
	};
}
