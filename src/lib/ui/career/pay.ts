/** A month's pay as the screen shows it: today's, or that of a step to come. */
import {
	computePay,
	explainTotals,
	healthCover,
	normalClassBounds,
	overtime,
	plainScenario,
	projectCareer,
	type CareerReference,
	type CorpsId,
	type Overtime,
	type Pay,
	type Position,
	type Snapshot
} from '$lib/core/career';
import type { Explanation } from '$lib/core/reference';
import { addYears, roundCents, type CivilDate } from '$lib/core/shared';
import { wholeNumber, type CareerAnswers } from './answers';
import { changesPay } from './projection-lines';
import { stepTitle } from './steps';

/** A rung held from a day on, and what it pays. */
export interface PayMoment {
	readonly on: CivilDate;
	/** Null for today. */
	readonly title: string | null;
	readonly position: Position;
	readonly indice: number;
	readonly gross: number;
}

export interface PaySlip {
	readonly pay: Pay;
	readonly totals: ReturnType<typeof explainTotals>;
	/** The agent's part of the health cover; null where there is none. */
	readonly cover: { readonly amount: number; readonly why: Explanation } | null;
}

const MAX_CHILDREN = 15;

/** What the corps is paid for following its pupils: asked under that name. */
export function followUpOf(corps: CorpsId, reference: CareerReference): 'ISAE' | 'ISOE' | null {
	const { isae, isoe } = reference.data.remuneration;
	if (isae.corps.includes(corps)) return 'ISAE';
	return isoe.corps.includes(corps) ? 'ISOE' : null;
}

/** Today, then every change of pay of the next ten years by seniority alone. */
export function payMoments(now: Snapshot, reference: CareerReference): PayMoment[] {
	const until = addYears(now.on, 10);
	const projected = projectCareer(now.position, now.on, until, plainScenario, reference);
	const steps = projected.ok ? projected.value.filter(changesPay) : [];
	const moments = [
		{
			on: now.on,
			title: null,
			position: now.position,
			indice: now.indice.value,
			gross: now.gross.value
		},
		...steps.map((step) => ({ ...step, on: step.date, title: stepTitle(step) }))
	];
	return moments.flatMap(({ on, title, position, indice, gross }) =>
		indice === null || gross === null ? [] : [{ on, title, position, indice, gross }]
	);
}

export function paySlip(
	{ on, position, indice, gross }: PayMoment,
	answers: CareerAnswers,
	recordedQuotity: number,
	reference: CareerReference
): PaySlip {
	const followUp = answers.suivi === 'oui' ? followUpOf(position.corps, reference) : null;
	const zone = wholeNumber(answers.zone, 3);
	const pay = computePay(
		{
			...{ on, indice, gross, rank: position },
			quotity: Number(answers.quotite) || recordedQuotity,
			zone: zone === 1 || zone === 2 ? zone : 3,
			children: wholeNumber(answers.enfants, MAX_CHILDREN) ?? 0,
			isae: followUp === 'ISAE' ? 1 : 0,
			isoe: followUp === 'ISOE',
			isoeModulable: followUp === 'ISOE' ? answers.isoeModulable || null : null,
			attractivite: true,
			// Those who follow no pupils, such as the teacher-librarians, do not receive it.
			equipement: answers.suivi !== 'non'
		},
		reference
	);
	const exempt = answers.dispensePsc === 'oui';
	return {
		pay,
		totals: explainTotals(pay, on),
		cover: exempt ? null : healthCover(pay.gross, on, null, reference)
	};
}

/** What the slip leaves out until it is said. */
export function unsaid(
	answers: CareerAnswers,
	corps: CorpsId,
	reference: CareerReference
): string[] {
	const followUp = followUpOf(corps, reference);
	return [
		answers.zone === '' && 'l’indemnité de résidence',
		answers.enfants === '' && 'le supplément familial',
		followUp !== null && answers.suivi === '' && `l’${followUp}`
	].filter((name) => name !== false);
}

/** Rates of overtime on the day; null where the rule, the service or the grid of the corps is unknown. */
export function overtimeOf(
	position: Position,
	on: CivilDate,
	reference: CareerReference
): Overtime | null {
	const { degree, weeklyHours: ors } = reference.corps.get(position.corps)!;
	const indices = normalClassBounds(position.corps, on, reference);
	// The rule was read for the second degree only.
	return degree !== 2 || ors === null || indices === null
		? null
		: overtime({ grade: position.grade, ors, on, indices }, reference);
}

/** A year of `hours` weekly hours: the first one is better paid. */
export const overtimeYear = ({ annual, first }: Overtime, hours: number): number =>
	hours === 0 ? 0 : roundCents(first + (hours - 1) * annual);
