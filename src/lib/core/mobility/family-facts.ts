/**
 * The family's facts: where the other parent works, how far the two residences are, how many years
 * of separation count, and whether a wish lies in the zone the bonuses bear on.
 */
import type { Bareme } from './campaign';
import type { Geography } from './geography';
import { isMissing, missing, type Fact, type Missing } from './missing';
import type { Rapprochement, Situation } from './situation';

const PATH = 'famille.rapprochement';
const askDepartement = (question: string) => missing(`${PATH}.departement`, question);

/** Département where the other parent works. */
function placeOf(request: Rapprochement, geography: Geography): string | Missing {
	if (request.departement) return request.departement;
	if (!request.codePostal) {
		return askDepartement('Dans quel département travaille l’autre parent ou le conjoint ?');
	}
	const found = geography.departementsOf(request.codePostal);
	if (found.length === 1) return found[0]!;
	const names = found.map((code) => `${geography.nameOfDepartement(code)} (${code})`).join(' ou ');
	return askDepartement(`Le code postal ${request.codePostal} est partagé : ${names}\u202f?`);
}

interface Residences {
	readonly separate: Fact;
	readonly academies: Fact;
	readonly departements: Fact;
}

const nobody: Residences = { separate: false, academies: 'non', departements: 'non' };

function residences(
	{ candidat }: Situation,
	place: string | Missing,
	bareme: Bareme,
	geography: Geography
): Residences {
	if (isMissing(place)) return { separate: place, academies: place, departements: place };
	const { academie, departement } = candidat;
	const placeAcademie = geography.academieOf(place);
	const home = academie ?? (departement ? geography.academieOf(departement) : null);
	const academies: Fact =
		home === null
			? missing('candidat.academie', 'Quelle est votre académie ?')
			: placeAcademie === null
				? 'non'
				: geography.contactOfAcademies(home, placeAcademie);
	// A département outside the candidate's académie is a slip nobody can settle for them.
	if (!departement || (academie && geography.academieOf(departement) !== academie)) {
		const ask = missing('candidat.departement', 'Dans quel département exercez-vous ?');
		return { separate: ask, academies, departements: ask };
	}
	const together =
		departement === place ||
		bareme.singleEntities.some((group) => group.includes(departement) && group.includes(place));
	return {
		separate: !together,
		academies,
		departements: geography.contactOfDepartements(departement, place)
	};
}

/** Years that count: leave by half, within the cap of the barème or of the stage. */
function separation(situation: Situation, bareme: Bareme) {
	const request = situation.famille?.rapprochement;
	const years = request?.separation;
	if (!request || !years) {
		return {
			separationDeclaree: false,
			separationActivite: 0,
			separationEquivalente: 0,
			anneesConge: 0
		};
	}
	const { statut, stagiaire } = situation.candidat;
	const formerTitulaire = stagiaire?.exTitulaireEnseignant || stagiaire?.exFonctionnaire;
	const cap =
		statut === 'stagiaire' && !formerTitulaire
			? bareme.separation.stagiaireCap
			: bareme.separation.cap;
	const { anneesActivite: activity, anneesConge: leave } = years;
	const counted = Math.min(cap, activity ?? 0);
	const equivalent = Math.min(cap, (activity ?? 0) + (leave ?? 0) / 2);
	const askActivity = missing(
		`${PATH}.separation.anneesActivite`,
		'Combien d’années scolaires de séparation en activité ?'
	);
	const askLeave = missing(
		`${PATH}.separation.anneesConge`,
		'Combien d’années de séparation en congé parental ou en disponibilité pour suivre le conjoint ?',
		equivalent
	);
	const known = activity !== undefined && leave !== undefined;
	return {
		separationDeclaree: !known || activity + leave > 0,
		separationActivite: activity === undefined ? askActivity : counted,
		separationEquivalente: known
			? equivalent
			: activity === undefined
				? { ...askActivity, meanwhile: equivalent }
				: askLeave,
		anneesConge: leave ?? askLeave
	};
}

const askChildren = missing(`${PATH}.enfants`, 'Combien d’enfants de moins de 18 ans avez-vous ?');

export function familyFacts(situation: Situation, bareme: Bareme, geography: Geography) {
	const request = situation.famille?.rapprochement;
	const pair = situation.famille?.mutationSimultanee;
	const where = request
		? residences(situation, placeOf(request, geography), bareme, geography)
		: nobody;
	const children = request ? (request.enfants ?? askChildren) : 0;
	return {
		famille: request
			? (request.type ??
				missing(`${PATH}.type`, 'Rapprochement de conjoints ou autorité parentale conjointe ?'))
			: 'aucune',
		enfants: children,
		enfantsDeclares: request ? children : (pair?.enfants ?? 0),
		residencesSeparees: where.separate,
		residencesAcademies: where.academies,
		residencesDepartements: where.departements,
		...separation(situation, bareme),
		mutationSimultanee: simultaneous(pair?.conjoint, pair !== undefined && pair !== null),
		totalAutre:
			pair?.totalAutre ??
			missing('famille.mutationSimultanee.totalAutre', 'Quel est le barème de l’autre personne ?')
	};
}

function simultaneous(spouses: boolean | undefined, asked: boolean): Fact {
	if (!asked) return 'aucune';
	if (spouses === undefined) {
		return missing(
			'famille.mutationSimultanee.conjoint',
			'La mutation simultanée est-elle demandée avec votre conjoint ?'
		);
	}
	return spouses ? 'conjoints' : 'non-conjoints';
}

/** Where a wish stands for the two family bonuses. */
export function familyZone(
	situation: Situation,
	bareme: Bareme,
	geography: Geography,
	voeux: readonly string[]
): (voeu: string) => { familleSurVoeu: Fact; simultaneeSurVoeu: Fact } {
	const inter = bareme.movement === 'inter';
	const contact = inter ? geography.contactOfAcademies : geography.contactOfDepartements;
	const first = voeux[0]!;
	const zone = (centre: string | null, voeu: string): Fact => {
		if (centre !== first) return 'voeu-1-ailleurs';
		const touching = contact(centre, voeu);
		if (touching === 'meme') return 'lieu';
		if (touching === 'terre') return 'touche';
		return touching === 'mer' ? 'touche-par-mer' : 'hors-zone';
	};
	const request = situation.famille?.rapprochement;
	const place = request ? placeOf(request, geography) : null;
	const pair = situation.famille?.mutationSimultanee;
	const pairCentre = (inter ? pair?.academie : pair?.departement) ?? first;
	return (voeu) => ({
		familleSurVoeu:
			place === null
				? 'sans-objet'
				: isMissing(place)
					? place
					: zone(inter ? geography.academieOf(place) : place, voeu),
		simultaneeSurVoeu: pair ? zone(pairCentre, voeu) : 'sans-objet'
	});
}
