/**
 * How long a piece is kept, from when, what becomes of it and why. Invariant: nothing is destroyed
 * before the last day written here, and nothing stays after it, unless a hold says so.
 */
import { valueAt, type Explanation } from '../reference';
import { addMonths, frenchDate, frenchMonths, latest, type CivilDate } from '../shared';
import {
	sourcesOf,
	type DocumentsReference,
	type FinalFate,
	type PieceType,
	type StartEvent
} from './piece-type';

export interface PieceLife {
	readonly depositedOn: CivilDate;
	/** Last day of each campaign the piece was filed for; null while a campaign is not over. */
	readonly campaigns: readonly (CivilDate | null)[];
}

export interface Retention {
	/** Last day on which it is kept; null while the event that starts the count has not come. */
	readonly until: CivilDate | null;
	readonly fate: FinalFate;
	readonly why: Explanation;
}

const eventNames: Readonly<Record<StartEvent, string>> = {
	depot: 'Dépôt de la pièce',
	'fin-de-campagne': 'Fin de la campagne'
};

/** A piece filed for several campaigns is kept for the last of them; never filed, from its deposit. */
function startOf(from: StartEvent, { depositedOn, campaigns }: PieceLife): CivilDate | null {
	if (from === 'depot' || campaigns.length === 0) return depositedOn;
	return campaigns.reduce<CivilDate | null>(
		(last, end) => (last === null || end === null ? null : latest(last, end)),
		depositedOn
	);
}

/** @throws when the data has no such line: `data:check` refuses that */
function ruleOf(reference: DocumentsReference, type: PieceType, day: CivilDate) {
	const line = reference.retention.find(({ id }) => id === type.retention);
	const rule = line && (valueAt(line.rules, day) ?? line.rules[0]?.value);
	if (!rule) throw new Error(`no retention for ${type.id}`);
	return rule;
}

export function retentionOf(
	reference: DocumentsReference,
	type: PieceType,
	life: PieceLife
): Retention {
	const { value: rule, text, sources, confidence } = ruleOf(reference, type, life.depositedOn);
	const start = startOf(rule.from, life);
	const event = life.campaigns.length === 0 ? 'depot' : rule.from;
	return {
		until: start && addMonths(start, rule.months),
		fate: rule.fate,
		why: {
			rule: `conservation.${type.retention}`,
			text,
			inputs: [
				{ label: eventNames[event], value: start ? frenchDate(start) : 'pas encore connue' },
				{ label: 'Durée', value: frenchMonths(rule.months) }
			],
			sources: sourcesOf(reference, sources),
			confidence,
			at: life.depositedOn
		}
	};
}

/** The day has come: kept until the last day included, gone the day after. */
export const isDue = ({ until }: Pick<Retention, 'until'>, today: CivilDate): boolean =>
	until !== null && until < today;
