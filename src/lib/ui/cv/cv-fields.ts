/** The form of a CV line, as typed, and the line it makes. */
import { cvSections, type CvEntry } from '$lib/core/career';
import { parseCivilDate } from '$lib/core/shared';

export const emptyCvFields = {
	...{ id: '', section: 'formation', title: '', place: '', from: '', to: '' },
	...{ hours: '', competence: '', score: '', detail: '' }
};
export type CvFields = typeof emptyCvFields;

type CvLine = Omit<CvEntry, 'id' | 'writtenOn'> & { readonly id: string | undefined };

const text = (value: { toString(): string } | null) => value?.toString() ?? '';
const whole = (value: string) => (/^\d+$/.test(value) ? Number(value) : null);

export const fieldsOf = (entry: CvEntry): CvFields => ({
	...{ id: entry.id, section: entry.section, title: entry.title, place: entry.place },
	...{ from: text(entry.from), to: text(entry.to), hours: text(entry.hours) },
	...{ competence: text(entry.competence), score: text(entry.score), detail: entry.detail }
});

/** What the section does not ask is not kept. */
export function lineOf(fields: CvFields): CvLine {
	const section = cvSections.find((one) => one === fields.section) ?? 'competence';
	const course = section === 'formation';
	const dated = section !== 'competence';
	return {
		...{ id: fields.id || undefined, section, title: fields.title, detail: fields.detail },
		place: dated && section !== 'pix' ? fields.place : '',
		from: dated ? parseCivilDate(fields.from) : null,
		to: dated && section !== 'pix' ? parseCivilDate(fields.to) : null,
		hours: course ? whole(fields.hours) : null,
		competence: course ? fields.competence || null : null,
		score: section === 'pix' ? whole(fields.score) : null
	};
}
