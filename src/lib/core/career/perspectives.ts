/** Other ways open to a person, each condition with the day it is met. */
import type { Confidence, Source } from '../reference';
import { addYears, dateFrom, partsOf, type CivilDate } from '../shared';
import type { CareerData } from './career-data.schema';
import type { Position } from './position';
import type { CareerReference } from './reference';

/** What is known of a person; null asks for it instead of guessing. */
export interface PersonFacts {
	readonly position: Position;
	readonly birthDate: CivilDate | null;
	readonly corpsSince: CivilDate | null;
	/** First day of effective service in teaching, education or PsyEN. */
	readonly serviceSince: CivilDate | null;
}

export type ConditionStatus = 'remplie' | 'a-venir' | 'non-remplie' | 'a-dire';

export interface ConditionState {
	readonly text: string;
	readonly status: ConditionStatus;
	/** Day the condition is met, when it has one. */
	readonly on: CivilDate | null;
	/** What to ask when the answer is not known. */
	readonly question: string | null;
}

export interface Perspective {
	readonly id: string;
	readonly label: string;
	readonly conditions: readonly ConditionState[];
	/** The day the last dated condition is met; null while one is refused or unknown. */
	readonly opensOn: CivilDate | null;
	readonly note: string | null;
	readonly action: string;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
}

type Condition = CareerData['perspectives'][number]['conditions'][number];

/** First 1st of `month` on or after `date`. */
function nextFirstOf(month: number, date: CivilDate): CivilDate {
	const { year } = partsOf(date);
	const day = dateFrom(year, month, 1);
	return day >= date ? day : dateFrom(year + 1, month, 1);
}

function dated(text: string, day: CivilDate | null, question: string, on: CivilDate) {
	if (day === null) return { text, status: 'a-dire' as const, on: null, question };
	return {
		text,
		status: day <= on ? ('remplie' as const) : ('a-venir' as const),
		on: day,
		question: null
	};
}

const plain = (text: string, met: boolean): ConditionState => ({
	text,
	status: met ? 'remplie' : 'non-remplie',
	on: null,
	question: null
});

function stateOf(condition: Condition, facts: PersonFacts, on: CivilDate): ConditionState {
	const { text } = condition;
	switch (condition.kind) {
		case 'corps':
			return plain(text, condition.corps.includes(facts.position.corps));
		case 'echelon':
			return plain(
				text,
				facts.position.grade !== 'classe-normale' || facts.position.echelon >= condition.echelon
			);
		case 'ask':
			return { text, status: 'a-dire', on: null, question: condition.question };
		case 'age': {
			const day = facts.birthDate && nextFirstOf(10, addYears(facts.birthDate, condition.years));
			return dated(text, day, 'Quelle est votre date de naissance\u202f?', on);
		}
		case 'service': {
			const corps = condition.since === 'corps';
			const since = corps ? facts.corpsSince : facts.serviceSince;
			const complete = since && addYears(since, condition.years);
			const day = complete && condition.month ? nextFirstOf(condition.month, complete) : complete;
			const question = corps
				? 'Depuis quand êtes-vous dans ce corps\u202f?'
				: 'Quand votre service effectif a-t-il commencé\u202f?';
			return dated(text, day, question, on);
		}
	}
}

export function perspectives(
	facts: PersonFacts,
	on: CivilDate,
	reference: CareerReference
): readonly Perspective[] {
	return reference.data.perspectives.map((entry) => {
		const conditions = entry.conditions.map((condition) => stateOf(condition, facts, on));
		const open = conditions.every(({ status }) => status === 'remplie' || status === 'a-venir');
		const opensOn = conditions.reduce<CivilDate>(
			(latest, { on: day }) => (day !== null && day > latest ? day : latest),
			on
		);
		return {
			id: entry.id,
			label: entry.label,
			conditions,
			opensOn: open ? opensOn : null,
			note: entry.note,
			action: entry.action,
			confidence: entry.confidence,
			sources: reference.sources(entry.sources)
		};
	});
}
