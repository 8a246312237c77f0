/** The person's own service, as every scenario of a projection supposes it. */
import {
	serviceBonus,
	type CareerReference,
	type CorpsId,
	type Interruption
} from '$lib/core/career';
import type { CivilDate } from '$lib/core/shared';
import { wholeNumber, type CareerAnswers } from './answers';
import { interruptionsOf, readBreaks } from './interruptions';

const MAX_YEARS = 40;

export interface Service {
	readonly asaMonths: number;
	readonly interruptions: readonly Interruption[];
}

export const plainService: Service = { asaMonths: 0, interruptions: [] };

/** Years of each service that gives a bonus, by the identifier of its rule. */
export const serviceYears = (answers: CareerAnswers): Readonly<Record<string, number>> => ({
	'asa-zone-violence': wholeNumber(answers.asa, MAX_YEARS) ?? 0,
	'direction-ecole': wholeNumber(answers.direction, MAX_YEARS) ?? 0
});

export const serviceOf = (
	answers: CareerAnswers,
	corps: CorpsId,
	on: CivilDate,
	reference: CareerReference
): Service => ({
	asaMonths: serviceBonus(corps, serviceYears(answers), on, reference).months,
	interruptions: interruptionsOf(readBreaks(answers.interruptions))
});
