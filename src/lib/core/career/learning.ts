/** What a person has learnt since they teach: hours by competence, and how old their CV is. */
import type { Training } from '../institution';
import { addMonths, type CivilDate } from '../shared';
import type { CvEntry } from './cv';

/** A course, whoever wrote it down. */
export interface Course {
	readonly label: string;
	readonly place: string;
	readonly from: CivilDate | null;
	readonly to: CivilDate | null;
	readonly hours: number | null;
	readonly competence: string | null;
	/** Said by the HR file; otherwise by the person. */
	readonly official: boolean;
}

/** The courses of the file and those the person added, latest first. */
export function coursesOf(trainings: readonly Training[], entries: readonly CvEntry[]): Course[] {
	const official = trainings.map((training): Course => ({
		...training,
		place: '',
		official: true
	}));
	const own = entries
		.filter(({ section }) => section === 'formation')
		.map(({ title, ...entry }): Course => ({ ...entry, label: title, official: false }));
	const when = ({ from }: Course) => from ?? '';
	return [...official, ...own].sort((a, b) => when(b).localeCompare(when(a)));
}

export interface CompetenceHours {
	/** Code of the référentiel; null for the courses that name none. */
	readonly competence: string | null;
	readonly courses: number;
	readonly hours: number;
	/** Courses whose length nobody wrote. */
	readonly unknown: number;
}

/** Hours by competence, the most worked first; courses without one come last. */
export function hoursByCompetence(courses: readonly Course[]): CompetenceHours[] {
	const groups = new Map<string | null, Course[]>();
	for (const course of courses) {
		const { competence } = course;
		groups.set(competence, [...(groups.get(competence) ?? []), course]);
	}
	return [...groups]
		.map(([competence, group]) => ({
			competence,
			courses: group.length,
			hours: group.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
			unknown: group.filter(({ hours }) => hours === null).length
		}))
		.sort((a, b) =>
			(a.competence === null) === (b.competence === null)
				? b.hours - a.hours
				: a.competence === null
					? 1
					: -1
		);
}

export type CvFreshness =
	/** Nothing is written yet. */
	| { readonly state: 'empty' }
	| { readonly state: 'fresh'; readonly writtenOn: CivilDate }
	/** A course of the file ended after the last line was written. */
	| { readonly state: 'newer-course'; readonly writtenOn: CivilDate; readonly course: string }
	| { readonly state: 'old'; readonly writtenOn: CivilDate };

const OLD_AFTER_MONTHS = 12;

export function cvFreshness(
	entries: readonly CvEntry[],
	trainings: readonly Training[],
	on: CivilDate
): CvFreshness {
	const writtenOn = entries
		.map((entry) => entry.writtenOn)
		.sort()
		.at(-1);
	if (!writtenOn) return { state: 'empty' };
	const newer = trainings.findLast(({ from, to }) => (to ?? from) > writtenOn);
	if (newer) return { state: 'newer-course', writtenOn, course: newer.label };
	return { state: addMonths(writtenOn, OLD_AFTER_MONTHS) <= on ? 'old' : 'fresh', writtenOn };
}
