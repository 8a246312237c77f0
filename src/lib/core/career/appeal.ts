/** The dates on which the final appreciation of a rendez-vous de carrière can be appealed against. */
import type { Explanation } from '../reference';
import { addDays, frenchDate, type CivilDate } from '../shared';
import type { CareerReference } from './reference';

export interface AppealDate {
	readonly what: string;
	/** Last day to act, or day on which silence becomes a refusal. */
	readonly by: CivilDate;
	readonly why: Explanation;
}

/** Clear days: neither the day that starts the delay nor the last one counts. */
const afterClearDays = (from: CivilDate, days: number): CivilDate => addDays(from, days + 1);

/**
 * @param notifiedOn day the appreciation was received
 * @param appealedOn day the first appeal was sent; its last possible day when not said
 */
export function appealDates(
	notifiedOn: CivilDate,
	appealedOn: CivilDate | null,
	reference: CareerReference
): readonly AppealDate[] {
	let from = notifiedOn;
	return reference.data.rendezVous.steps
		.filter(({ francDays }) => francDays !== undefined)
		.map(({ what, francDays, confidence, sources }, i) => {
			const by = afterClearDays(from, francDays!);
			const why: Explanation = {
				rule: 'rendez-vous-recours',
				text: `${francDays} jours francs à partir du ${frenchDate(from)}\u00a0: ni ce jour ni le dernier ne comptent. Un report au jour ouvré suivant n’a pas été relevé\u00a0: mieux vaut ne pas attendre.`,
				inputs: [{ label: 'Départ du délai', value: frenchDate(from) }],
				sources: reference.sources(sources),
				confidence,
				at: by
			};
			from = i === 0 ? (appealedOn ?? by) : by;
			return { what, by, why };
		});
}
