/** What perspectives and suggestions read: the person's answers first, then their record. */
import type { Snapshot, SuggestionFacts } from '$lib/core/career';
import type { AgentRecord } from '$lib/core/institution';
import { parseCivilDate, type CivilDate } from '$lib/core/shared';
import type { CareerAnswers } from './answers';

const latestOf = (dates: readonly CivilDate[]): CivilDate | null => dates.toSorted().at(-1) ?? null;

export function factsOf(
	{ position }: Snapshot,
	record: AgentRecord | null,
	answers: CareerAnswers
): SuggestionFacts {
	return {
		position,
		birthDate: parseCivilDate(answers.naissance) ?? record?.birthDate ?? null,
		corpsSince: parseCivilDate(answers.entreeCorps) ?? record?.corpsSince ?? null,
		// The record's first step is the least that can be counted: the person may have served before.
		serviceSince:
			parseCivilDate(answers.debutService) ?? record?.steps[0]?.from ?? record?.corpsSince ?? null,
		lastTraining: latestOf(record?.trainings.map(({ from, to }) => to ?? from) ?? []),
		postSince: record?.assignments.find(({ to }) => to === null)?.from ?? null,
		confirmed: new Set(answers.conditions.split(' '))
	};
}
