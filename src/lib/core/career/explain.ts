/** French texts of the engine's explanations of a position. */
import { weakest, type Explanation, type Source } from '../reference';
import {
	frenchDate,
	frenchEuros,
	frenchMonths,
	frenchNumber,
	frenchOrdinal,
	frenchSeniority,
	seniorityFromDays,
	type CivilDate
} from '../shared';
import { pointAt } from './gross';
import type { IndexValue } from './ladder';
import type { Passage } from './passage';
import type { Position } from './position';
import type { CareerReference } from './reference';

/** `8e échelon`, `5e échelon, chevron HEA1` */
export const rungName = (rung: { echelon: number; chevron: string | null }): string =>
	`${frenchOrdinal(rung.echelon)} échelon${rung.chevron ? `, chevron ${rung.chevron}` : ''}`;

const since = (position: Position) => ({
	label: 'Position',
	value: `${rungName(position)}, depuis le ${frenchDate(position.depuis)}`
});

/** The same source cited twice is shown once. */
export const mergeSources = (...lists: readonly (readonly Source[])[]): readonly Source[] => {
	const seen = new Map<string, Source>();
	for (const list of lists) for (const source of list) seen.set(source.id, source);
	return [...seen.values()];
};

export function explainSeniority(position: Position, days: number, on: CivilDate): Explanation {
	return {
		rule: 'anciennete-echelon',
		text: `Ancienneté du ${frenchDate(position.depuis)} au ${frenchDate(on)}, comptée en mois de 30 jours et années de 360 jours.`,
		inputs: [
			since(position),
			{ label: 'Ancienneté', value: frenchSeniority(seniorityFromDays(days)) }
		],
		sources: [],
		confidence: 'haute',
		at: on
	};
}

export function explainIndex(
	position: Position,
	label: string,
	index: IndexValue | null,
	on: CivilDate
): Explanation {
	return {
		rule: 'indice-majore',
		text: index
			? `Indice majoré ${index.value} de la grille «\u202f${label}\u202f» (${rungName(position)}) au ${frenchDate(on)}.`
			: `L’indice majoré de cet échelon n’est pas connu au ${frenchDate(on)}.`,
		inputs: [since(position)],
		sources: index?.sources ?? [],
		confidence: index?.confidence ?? 'non-verifiee',
		at: on
	};
}

export function explainGross(
	reference: CareerReference,
	index: IndexValue | null,
	gross: number | null,
	on: CivilDate
): Explanation {
	const { point } = reference.data;
	const annual = pointAt(reference, on);
	return {
		rule: 'traitement-brut',
		text:
			index && gross !== null && annual !== null
				? `${index.value} × ${frenchNumber(annual, 4)}\u00a0€ ÷ 12 = ${frenchEuros(gross)}, valeur annuelle du point au ${frenchDate(on)}.`
				: 'Le traitement brut demande un indice majoré et une valeur du point connus.',
		inputs: [
			...(index ? [{ label: 'Indice majoré', value: String(index.value) }] : []),
			...(annual === null
				? []
				: [{ label: 'Valeur annuelle du point', value: `${frenchNumber(annual, 4)}\u00a0€` }])
		],
		sources: mergeSources(reference.sources(point.sources), index?.sources ?? []),
		confidence: weakest(point.confidence, index?.confidence ?? 'non-verifiee'),
		at: on
	};
}

/** Why the passage happens that day. */
export function explainPassage(
	position: Position,
	passage: Passage,
	interrupted: boolean
): Explanation {
	const { from, to, months, fast, asaMonths, draft, date } = passage;
	const kept = position.reliquat ?? 0;
	const parts = [
		`${to.chevron && from.chevron ? 'Chevron suivant' : 'Échelon suivant'} au terme de ${frenchMonths(months)}${from.chevron ? ' dans le chevron' : ` dans le ${frenchOrdinal(from.echelon)} échelon`}.`
	];
	if (fast) parts.push('Bonification d’ancienneté d’un an comprise.');
	if (kept > 0)
		parts.push(
			`Ancienneté conservée à l’entrée\u00a0: ${frenchSeniority(seniorityFromDays(kept))}.`
		);
	if (asaMonths > 0) parts.push(`Date avancée de ${frenchMonths(asaMonths)} de bonification.`);
	if (interrupted) parts.push('Date décalée par la part d’interruption qui ne compte pas.');
	if (draft) parts.push('Projet non confirmé\u00a0: ces durées ne sont pas en vigueur.');
	return {
		rule: draft ? 'avancement-projet' : 'avancement-echelon',
		text: parts.join(' '),
		inputs: [since(position), { label: 'Durée', value: frenchMonths(months) }],
		sources: from.sources,
		confidence: interrupted ? 'non-verifiee' : from.confidence,
		at: date
	};
}
