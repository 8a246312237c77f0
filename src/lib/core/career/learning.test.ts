import type { Training } from '../institution';
import { civilDate } from '../shared';
import { expect, test } from 'vitest';
import { coursesOf, cvFreshness, hoursByCompetence } from './learning';
import type { CvEntry } from './cv';

const training = (label: string, from: string, hours: number | null, competence: string | null) =>
	({ label, from: civilDate(from), to: null, hours, competence }) satisfies Training;

const written = (writtenOn: string, part: Partial<CvEntry> = {}): CvEntry => ({
	...{ id: 'x', section: 'experience', title: 'Tutorat', place: '', detail: '' },
	...{ from: null, to: null, hours: null, competence: null, score: null },
	writtenOn: civilDate(writtenOn),
	...part
});

const trainings = [
	training('Évaluer par compétences', '2023-01-10', 12, 'P5'),
	training('Premiers secours', '2024-03-02', null, null),
	training('Différencier', '2025-02-01', 6, 'P3')
];

test('hours add up by competence, whoever wrote the course down', () => {
	const own = written('2026-01-01', {
		...{ section: 'formation', title: 'Différenciation, en ligne' },
		...{ from: civilDate('2026-01-01'), hours: 15, competence: 'P3' }
	});
	const courses = coursesOf(trainings, [own, written('2026-01-01')]);
	expect(courses.map(({ official }) => official)).toEqual([false, true, true, true]);
	expect(hoursByCompetence(courses)).toEqual([
		{ competence: 'P3', courses: 2, hours: 21, unknown: 0 },
		{ competence: 'P5', courses: 1, hours: 12, unknown: 0 },
		{ competence: null, courses: 1, hours: 0, unknown: 1 }
	]);
});

test('a CV is worth a look after a year, or after a course it could not tell of', () => {
	const on = civilDate('2026-11-22');
	expect(cvFreshness([], trainings, on)).toEqual({ state: 'empty' });
	expect(cvFreshness([written('2026-01-05')], trainings, on)).toMatchObject({ state: 'fresh' });
	expect(cvFreshness([written('2025-11-22')], trainings, on)).toMatchObject({ state: 'old' });
	expect(cvFreshness([written('2025-01-05')], trainings, on)).toEqual({
		...{ state: 'newer-course', course: 'Différencier', writtenOn: '2025-01-05' }
	});
});
