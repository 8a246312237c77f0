/** What the HR record answers by itself, read at the campaign's own dates. */
import { departementOf, parseUai, type AgentRecord } from '../institution';
import { addDays, fullYearsBetween, type CivilDate } from '../shared';
import type { Answers } from './answers';
import type { RunningCampaign } from './resolve';

type FromRecord = Pick<Answers, 'corps' | 'grade' | 'echelon'> &
	Partial<Pick<Answers, 'departement' | 'anneesPoste' | 'anneesDansEchelon'>>;

/** The position held on a day, from the steps of the record. */
function positionOn(record: AgentRecord, day: CivilDate) {
	return record.steps.findLast((step) => step.from <= day) ?? null;
}

export function answersFromRecord(record: AgentRecord, { dates }: RunningCampaign): FromRecord {
	const echelonDay = dates.echelonPromotion.value;
	const position = positionOn(record, echelonDay) ?? {
		...record,
		from: record.echelonSince
	};
	const uai = record.establishment ? parseUai(record.establishment.uai) : null;
	const post = record.assignments.findLast((assignment) => assignment.to === null);
	return {
		corps: position.corps,
		grade: position.grade,
		echelon: String(position.echelon),
		anneesDansEchelon: String(Math.max(0, fullYearsBetween(position.from, echelonDay))),
		...(uai && { departement: departementOf(uai) }),
		...(post && {
			// The day after the last one completes the year: 1 September to 31 August is one year.
			anneesPoste: String(
				Math.max(0, fullYearsBetween(post.from, nextDay(dates.anciennetePoste.value)))
			)
		})
	};
}

const nextDay = (day: CivilDate): CivilDate => addDays(day, 1);

const labels = {
	corps: 'le corps',
	grade: 'le grade',
	echelon: 'l’échelon',
	departement: 'le département',
	anneesPoste: 'les années dans le poste'
} as const;

/** Answers that are not those of the record, named in French. */
export function disagreements(answers: Answers, record: FromRecord): string[] {
	return (Object.keys(labels) as (keyof typeof labels)[])
		.filter((name) => record[name] !== undefined && answers[name] !== '')
		.filter((name) => answers[name] !== record[name])
		.map((name) => labels[name]);
}
