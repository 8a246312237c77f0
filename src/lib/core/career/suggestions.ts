/**
 * Ideas worth a look, each from one written rule with its reason: nothing is ranked, weighed or
 * guessed, and none is shown to those who decide.
 */
import { weakest, type Confidence, type Source } from '../reference';
import {
	addMonths,
	addYears,
	firstDayOf,
	frenchDate,
	frenchEuros,
	fullYearsBetween,
	lastDayOf,
	roundCents,
	type CivilDate
} from '../shared';
import { becomeAgrege } from './corps-change';
import { perspectives, type PersonFacts } from './perspectives';
import { ladderOf, type CareerReference } from './reference';
import { appointmentOf } from './rendez-vous';
import { indexAt } from './ladder';
import { rungKey } from './position';
import { snapshot } from './snapshot';

export interface SuggestionFacts extends PersonFacts {
	/** End of the last recorded training; null when none is recorded. */
	readonly lastTraining: CivilDate | null;
	/** Start of the present post; null when there is none. */
	readonly postSince: CivilDate | null;
}

export interface Suggestion {
	readonly id: string;
	readonly kind:
		'rendez-vous' | 'promotion' | 'concours' | 'formation' | 'mobilite' | 'remuneration';
	readonly title: string;
	readonly reason: string;
	readonly action: string;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
}

type Rule = (
	facts: SuggestionFacts,
	on: CivilDate,
	reference: CareerReference
) => Suggestion | null;

const appointment: Rule = ({ position }, on, reference) => {
	const due = appointmentOf(position, reference);
	if (!due || lastDayOf(due.schoolYear) < on) return null;
	if (firstDayOf(due.schoolYear) > addYears(on, 1)) return null;
	const { rendezVous } = reference.data;
	return {
		id: 'preparer-rendez-vous',
		kind: 'rendez-vous',
		title: `Préparer le rendez-vous de carrière n°\u00a0${due.appointment.number}`,
		reason: `Il a lieu pendant l’année scolaire ${due.schoolYear}, d’après l’entrée dans le ${position.echelon}e échelon le ${frenchDate(position.depuis)}.`,
		action: 'Rassembler les réalisations de l’année et relire le document de référence.',
		confidence: rendezVous.confidence,
		sources: reference.sources(rendezVous.sources)
	};
};

/** From HC 6 the seniority is lost, from HC 7 it is kept. */
const exceptionalTrap: Rule = ({ position }, _on, reference) => {
	if (position.grade !== 'hors-classe' || position.echelon !== 6) return null;
	if (reference.corps.get(position.corps)?.gridId !== 'certifies') return null;
	const rule = reference.data.reclassement.grade;
	return {
		id: 'classe-exceptionnelle-depuis-hc6',
		kind: 'promotion',
		title: 'Comparer une promotion maintenant ou depuis le 7e échelon',
		reason:
			'Promu à la classe exceptionnelle depuis le 6e échelon, on perd son ancienneté\u202f; depuis le 7e, on la garde.',
		action: 'Comparer les deux dates dans la projection.',
		confidence: rule.confidence,
		sources: reference.sources(rule.sources)
	};
};

/** The prime d’attractivité stops where the index rises. */
const allowanceLost: Rule = ({ position }, on, reference) => {
	const now = snapshot(position, on, reference);
	if (!now.ok || !now.value.next || position.grade !== 'classe-normale') return null;
	const { next } = now.value;
	const rule = reference.data.remuneration.attractivite;
	const set = rule.series.findLast(({ from }) => from <= on);
	const before = set?.byEchelon[position.echelon] ?? 0;
	const after = set?.byEchelon[next.echelon] ?? 0;
	if (before <= after || next.date.value > addYears(on, 2)) return null;
	return {
		id: 'prime-attractivite',
		kind: 'remuneration',
		title: 'Le prochain échelon réduit la prime d’attractivité',
		reason: `Au ${frenchDate(next.date.value)}, elle passe de ${frenchEuros(roundCents(before / 12))} à ${frenchEuros(roundCents(after / 12))} par mois\u00a0: le gain réel est moindre que celui de l’indice.`,
		action: 'Voir le net ligne par ligne dans la rémunération.',
		confidence: rule.confidence,
		sources: reference.sources(rule.sources)
	};
};

/** What passing the agrégation would change today. */
const agregation: Rule = ({ position }, on, reference) => {
	const change = becomeAgrege(position, on, reference);
	const ladder = ladderOf(reference, position.corps, position.grade);
	if (!change.ok || !ladder) return null;
	const to = ladderOf(reference, 'agrege', 'classe-normale')!;
	const reached = indexAt(to, String(change.value.position.echelon), on)?.value ?? 0;
	const held = indexAt(ladder, rungKey(position.echelon, position.chevron), on)?.value ?? 0;
	if (reached <= held) return null;
	return {
		id: 'agregation-interne',
		kind: 'concours',
		title: 'Envisager l’agrégation interne',
		reason: `Reclassé aujourd’hui dans le corps des agrégés, l’indice passerait de ${held} à ${reached}. ${change.value.why.text}`,
		action:
			'Ajouter un changement de corps à la projection, puis vérifier les dates d’inscription.',
		confidence: weakest(change.value.why.confidence, 'moyenne'),
		sources: change.value.why.sources
	};
};

const aptitudeList: Rule = (facts, on, reference) => {
	const list = perspectives(facts, on, reference).find(({ id }) => id === 'liste-aptitude-agreges');
	if (!list?.opensOn || list.opensOn > addYears(on, 1)) return null;
	return {
		id: 'liste-aptitude-agreges',
		kind: 'promotion',
		title: 'Candidater à la liste d’aptitude des agrégés',
		reason: `Toutes les conditions datées sont remplies au ${frenchDate(list.opensOn)}.`,
		action: list.action,
		confidence: list.confidence,
		sources: list.sources
	};
};

/** What no text says: the product's own habit, said as such. */
const OWN_RULE: Source = {
	id: 'carnet',
	title: 'Règle propre à Carnet\u00a0: une formation tous les trois ans',
	url: null,
	date: null
};

const training: Rule = ({ lastTraining }, on) => {
	if (lastTraining !== null && lastTraining >= addMonths(on, -36)) return null;
	return {
		id: 'formation',
		kind: 'formation',
		title: 'Choisir une formation',
		reason:
			lastTraining === null
				? 'Aucune formation n’est enregistrée dans le dossier.'
				: `La dernière formation enregistrée date du ${frenchDate(lastTraining)}, il y a plus de trois ans.`,
		action: 'Consulter le plan académique de formation.',
		confidence: 'haute',
		sources: [OWN_RULE]
	};
};

const mobility: Rule = ({ postSince }, on, reference) => {
	const rule = reference.data.mobilite;
	if (postSince === null || fullYearsBetween(postSince, on) < rule.postYears) return null;
	return {
		id: 'mobilite',
		kind: 'mobilite',
		title: 'Regarder ce que vaut une demande de mutation',
		reason: `Dans le même poste depuis le ${frenchDate(postSince)}. ${rule.text}`,
		action: 'Calculer son barème, vœu par vœu, dans Mutation.',
		confidence: rule.confidence,
		sources: reference.sources(rule.sources)
	};
};

const rules: readonly Rule[] = [
	appointment,
	exceptionalTrap,
	allowanceLost,
	agregation,
	aptitudeList,
	training,
	mobility
];

export const suggestions = (
	facts: SuggestionFacts,
	on: CivilDate,
	reference: CareerReference
): readonly Suggestion[] => rules.flatMap((rule) => rule(facts, on, reference) ?? []);
