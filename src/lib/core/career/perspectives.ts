/** Other ways open to a person, each condition with the day it is met. */
import type { Confidence, Explanation, Source } from '../reference';
import { addYears, dateFrom, frenchDate, partsOf, type CivilDate } from '../shared';
import type { CareerData } from './career-data.schema';
import { rungName } from './explain';
import type { Position } from './position';
import { projectCareer } from './projection';
import type { CareerReference } from './reference';
import { plainScenario } from './scenario';

/** What is known of a person; null asks for it instead of guessing. */
export interface PersonFacts {
	readonly position: Position;
	readonly birthDate: CivilDate | null;
	readonly corpsSince: CivilDate | null;
	/** First day of effective service in teaching, education or PsyEN. */
	readonly serviceSince: CivilDate | null;
	/** Keys of the conditions that only the person knows, and says are met. */
	readonly confirmed: ReadonlySet<string>;
}

export type ConditionStatus = 'remplie' | 'a-venir' | 'non-remplie' | 'a-dire';

export interface ConditionState {
	readonly text: string;
	readonly status: ConditionStatus;
	/** Day the condition is met, when it has one. */
	readonly on: CivilDate | null;
	/** What to ask when the answer is not known. */
	readonly question: string | null;
	/** Names a condition that only the person can confirm. */
	readonly key: string | null;
	readonly why: Explanation;
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

interface State extends Pick<ConditionState, 'status' | 'on' | 'question'> {
	/** The data the state was read from. */
	readonly used: Explanation['inputs'];
}

const used = (label: string, value: string) => [{ label, value }];

function dated(day: CivilDate, from: Explanation['inputs'], on: CivilDate): State {
	return { status: day <= on ? 'remplie' : 'a-venir', on: day, question: null, used: from };
}

const ask = (question: string): State => ({ status: 'a-dire', on: null, question, used: [] });

const plain = (met: boolean, from: Explanation['inputs']): State => ({
	status: met ? 'remplie' : 'non-remplie',
	on: null,
	question: null,
	used: from
});

const HORIZON_YEARS = 30;

/** An échelon not reached yet is dated by seniority alone. */
function echelonState(
	wanted: number,
	position: Position,
	on: CivilDate,
	reference: CareerReference
): State {
	const from = used('Échelon', `${rungName(position)} depuis le ${frenchDate(position.depuis)}`);
	if (position.grade !== 'classe-normale' || position.echelon >= wanted) return plain(true, from);
	const until = addYears(on, HORIZON_YEARS);
	const steps = projectCareer(position, on, until, plainScenario, reference);
	const reached = steps.ok
		? steps.value.find((step) => step.nature === 'echelon' && step.position.echelon >= wanted)
		: undefined;
	return reached ? dated(reached.date, from, on) : plain(false, from);
}

function stateOf(
	condition: Condition,
	facts: PersonFacts,
	on: CivilDate,
	reference: CareerReference
): State {
	const { position, birthDate } = facts;
	switch (condition.kind) {
		case 'corps':
			return plain(
				condition.corps.includes(position.corps),
				used('Corps', reference.corps.get(position.corps)!.label)
			);
		case 'echelon':
			return echelonState(condition.echelon, position, on, reference);
		case 'ask':
			return ask(condition.question);
		case 'age': {
			if (!birthDate) return ask('Quelle est votre date de naissance\u202f?');
			const day = nextFirstOf(10, addYears(birthDate, condition.years));
			return dated(day, used('Naissance', frenchDate(birthDate)), on);
		}
		case 'service': {
			const corps = condition.since === 'corps';
			const since = corps ? facts.corpsSince : facts.serviceSince;
			if (!since)
				return ask(
					corps
						? 'Depuis quand êtes-vous dans ce corps\u202f?'
						: 'Quand votre service effectif a-t-il commencé\u202f?'
				);
			const complete = addYears(since, condition.years);
			const day = condition.month ? nextFirstOf(condition.month, complete) : complete;
			const label = corps ? 'Entrée dans le corps' : 'Début du service';
			return dated(day, used(label, frenchDate(since)), on);
		}
	}
}

export function perspectives(
	facts: PersonFacts,
	on: CivilDate,
	reference: CareerReference
): readonly Perspective[] {
	return reference.data.perspectives.map((entry) => {
		const sources = reference.sources(entry.sources);
		const conditions = entry.conditions.map((condition, i): ConditionState => {
			const key = condition.kind === 'ask' ? `${entry.id}:${i}` : null;
			const { used: inputs, ...state } =
				key !== null && facts.confirmed.has(key)
					? plain(true, used('Votre réponse', 'condition remplie'))
					: stateOf(condition, facts, on, reference);
			const { text } = condition;
			const at = state.on ?? on;
			const why = { rule: entry.id, text, inputs, sources, confidence: entry.confidence, at };
			return { text, ...state, key, why };
		});
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
			sources
		};
	});
}
