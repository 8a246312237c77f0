/** Two strategies side by side: the same engine, the same rules, another way of asking. */
import { emptyAnswers, situationOf, type Answers } from './answers';
import { checkRequest } from './check-request';
import { evaluateBareme } from './evaluate-bareme';
import type { MobilityReference } from './reference';
import type { AppliedRules } from './resolve';
import type { RequestScore } from './score';

export interface Strategy {
	readonly answers: Answers;
	readonly voeux: readonly string[];
}

/** Null when the strategy cannot be computed. */
export function scoreOf(
	{ geography }: MobilityReference,
	{ bareme, campaign }: AppliedRules,
	{ answers, voeux }: Strategy
): RequestScore | null {
	if (voeux.length === 0) return null;
	const situation = situationOf(answers, campaign.movement, voeux, geography);
	if (checkRequest(situation, voeux, bareme, geography).length > 0) return null;
	return evaluateBareme({ campaign, bareme, situation, voeux, geography });
}

export interface OverseasLine {
	readonly place: string;
	/** As wish 1, without and with a recognised centre of interests. */
	readonly without: number;
	readonly with: number;
}

/** Each overseas territory asked first, with and without the bonus of those who come from there. */
export function overseasLines(
	reference: MobilityReference,
	rules: AppliedRules,
	answers: Partial<Answers>
): OverseasLine[] {
	const own = { ...emptyAnswers(), ...answers };
	const total = (place: string, cimm: string) =>
		scoreOf(reference, rules, { answers: { ...own, cimm }, voeux: [place] })?.voeux[0]?.total;
	return rules.bareme.cimm.flatMap((place) => {
		const [without, withBonus] = [total(place, ''), total(place, place)];
		return without === undefined || withBonus === undefined
			? []
			: [{ place, without, with: withBonus }];
	});
}
