/** How the CV is written: names of its parts, and the small line under each title. */
import type { Course, CvEntry, CvSection } from '$lib/core/career';
import type { CivilDate } from '$lib/core/shared';
import { NBSP, longDate, number } from '../text/format';

export const sectionNames: Readonly<Record<CvSection, string>> = {
	experience: 'Expériences',
	formation: 'Formations',
	pix: 'Compétences numériques (Pix)',
	responsabilite: 'Missions et responsabilités',
	competence: 'Autres compétences'
};

export function period(from: CivilDate | null, to: CivilDate | null): string | null {
	if (!from) return to && `jusqu’au ${longDate(to)}`;
	return to && to !== from ? `du ${longDate(from)} au ${longDate(to)}` : longDate(from);
}

const joined = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(' · ');

export const hoursText = (hours: number): string => `${number(hours)}${NBSP}h`;

export const courseLine = ({ from, to, hours, competence, place }: Course): string =>
	joined([
		place,
		period(from, to),
		hours !== null && hoursText(hours),
		competence && `compétence ${competence}`
	]);

export const entryLine = ({ from, to, place, score }: CvEntry): string =>
	joined([place, period(from, to), score !== null && `${number(score)}${NBSP}pix`]);
