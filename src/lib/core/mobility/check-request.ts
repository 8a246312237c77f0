/**
 * What makes a request impossible under the campaign's rules: a place that does not exist, one's own
 * académie, a wish written twice, an échelon the grade does not have. Never a guess, never silence.
 */
import type { Bareme } from './campaign';
import type { Geography } from './geography';
import type { Situation } from './situation';

export interface RequestIssue {
	readonly path: string;
	readonly message: string;
}

type Report = (path: string, message: string) => void;

function checkCandidate({ candidat }: Situation, bareme: Bareme, report: Report) {
	const { statut, corps, grade, echelon } = candidat;
	const first = bareme.movement === 'interdepartemental';
	if (statut && !bareme.statuts.includes(statut)) {
		report('candidat.statut', 'Ce mouvement est réservé aux titulaires.');
	}
	if (candidat.stagiaire && statut === 'titulaire') {
		report('candidat.stagiaire', 'Réservé aux stagiaires.');
	}
	const ofCorps = bareme.echelons.filter((range) => !corps || range.corps.includes(corps));
	const ofGrade = ofCorps.filter((range) => !grade || range.grade === grade);
	const max = Math.max(0, ...ofGrade.map((range) => range.max));
	if (ofCorps.length === 0) report('candidat.corps', 'Ce corps ne relève pas de ce mouvement.');
	else if (ofGrade.length === 0) report('candidat.grade', 'Ce grade n’existe pas dans ce corps.');
	else if (echelon !== undefined && echelon > max) {
		report('candidat.echelon', `L’échelon le plus élevé est le ${max}.`);
	}
	if (first) return;
	for (const field of ['anneesDepartement', 'moisDepartement'] as const) {
		if (candidat[field] !== undefined) {
			report(`candidat.${field}`, 'Réservé au mouvement interdépartemental.');
		}
	}
}

function checkFamily({ famille }: Situation, geography: Geography, report: Report) {
	const request = famille?.rapprochement;
	if (!request) return;
	const { codePostal, departement } = request;
	const path = 'famille.rapprochement';
	if (departement && !geography.isTerritory(departement)) {
		report(`${path}.departement`, 'Ce département n’existe pas.');
	}
	if (!codePostal) return;
	const found = geography.departementsOf(codePostal);
	if (found.length === 0) report(`${path}.codePostal`, 'Ce code postal n’existe pas.');
	else if (departement && !found.includes(departement)) {
		report(`${path}.departement`, `Le code postal ${codePostal} n’est pas dans ce département.`);
	}
}

interface Named {
	readonly path: string;
	readonly name: string | null | undefined;
}

/** Every académie named beside the wishes. */
function academiesNamed({ candidat }: Situation): Named[] {
	const stage = candidat.stagiaire;
	const path = 'candidat.stagiaire';
	return [
		{ path: 'candidat.academie', name: candidat.academie },
		{ path: `${path}.academieStage`, name: stage?.academieStage },
		{ path: `${path}.academieConcours`, name: stage?.academieConcours },
		{ path: `${path}.academieAvantConcours`, name: stage?.academieAvantConcours }
	];
}

/** Places of the movement's own kind: académies in the second degree, départements in the first. */
function wishPlaces({ famille, situations }: Situation, first: boolean): Named[] {
	const pair = famille?.mutationSimultanee;
	const preferred = situations?.voeuPreferentiel;
	const field = first ? 'departement' : 'academie';
	return [
		{ path: `famille.mutationSimultanee.${field}`, name: pair?.[field] },
		{ path: `situations.voeuPreferentiel.${field}`, name: preferred?.[field] },
		{ path: 'situations.cimm', name: situations?.cimm },
		{ path: 'situations.reintegration', name: situations?.reintegration },
		...(situations?.handicapDemande ?? []).map((name, i) => ({
			path: `situations.handicapDemande.${i}`,
			name
		}))
	];
}

const NO_ACADEMIE = 'Cette académie n’existe pas.';
const NO_DEPARTEMENT = 'Ce département n’existe pas.';

function checkPlaces(situation: Situation, bareme: Bareme, geography: Geography, report: Report) {
	const first = bareme.movement === 'interdepartemental';
	const exists = first ? geography.isDepartement : geography.isAcademie;
	const refusal = first ? NO_DEPARTEMENT : NO_ACADEMIE;
	for (const { path, name } of academiesNamed(situation)) {
		if (name && !geography.isAcademie(name)) report(path, NO_ACADEMIE);
	}
	for (const { path, name } of wishPlaces(situation, first)) {
		if (name && !exists(name)) report(path, refusal);
	}
	const { departement } = situation.candidat;
	if (departement && !geography.isTerritory(departement)) {
		report('candidat.departement', NO_DEPARTEMENT);
	}
	const cimm = situation.situations?.cimm;
	if (cimm && exists(cimm) && !bareme.cimm.includes(cimm)) {
		report('situations.cimm', 'Le centre des intérêts matériels et moraux concerne l’outre-mer.');
	}
	if (!first) return;
	const path = 'situations.voeuPreferentiel.academie';
	if (situation.situations?.voeuPreferentiel?.academie) report(path, 'Un département est attendu.');
}

function checkWishes(
	{ candidat }: Situation,
	voeux: readonly string[],
	bareme: Bareme,
	geography: Geography,
	report: Report
) {
	const first = bareme.movement === 'interdepartemental';
	const exists = first ? geography.isDepartement : geography.isAcademie;
	const own = first ? candidat.departement : candidat.academie;
	const seen = new Set<string>();
	voeux.forEach((voeu, i) => {
		const path = `voeux.${i}`;
		if (!exists(voeu)) report(path, first ? NO_DEPARTEMENT : NO_ACADEMIE);
		else if (seen.has(voeu)) report(path, 'Ce vœu est écrit deux fois.');
		else if (candidat.statut === 'titulaire' && voeu === own) {
			report(path, `Vous êtes déjà titulaire de ${first ? 'ce département' : 'cette académie'}.`);
		}
		seen.add(voeu);
	});
	if (voeux.length > bareme.maxWishes.value) {
		report('voeux', `Ce mouvement admet ${bareme.maxWishes.value}\u00a0vœux au plus.`);
	}
}

/** Nothing when the request can be computed. */
export function checkRequest(
	situation: Situation,
	voeux: readonly string[],
	bareme: Bareme,
	geography: Geography
): RequestIssue[] {
	const issues: RequestIssue[] = [];
	const report: Report = (path, message) => issues.push({ path, message });
	checkCandidate(situation, bareme, report);
	checkPlaces(situation, bareme, geography, report);
	checkFamily(situation, geography, report);
	checkWishes(situation, voeux, bareme, geography, report);
	return issues;
}
