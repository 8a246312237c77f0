import { snapshot, type Position } from '$lib/core/career';
import { addYears, civilDate, days360 } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { describe, expect, test } from 'vitest';
import { projectionCsv } from './projection-csv';
import { plainService, serviceOf } from './my-service';
import { noAnswers } from './answers';
import { changeOptions, projectionLines } from './projection-lines';
import { projectionText } from './projection-text';
import { outcomesOf } from './side-by-side';

const on = civilDate('2026-11-22');
const until = addYears(on, 10);
const position: Position = {
	...{ corps: 'certifie', grade: 'classe-normale', echelon: 8, chevron: null },
	depuis: civilDate('2025-03-01')
};
const found = snapshot(position, on, careerReference);
if (!found.ok) throw new Error(found.error.code);
const now = found.value;
const nothing = {
	bonification: false,
	changes: [] as readonly string[],
	draft: false,
	service: plainService
};
const project = (suppositions: Partial<typeof nothing>) =>
	projectionLines(now, until, { ...nothing, ...suppositions }, careerReference);

describe('a projected career', () => {
	test('starts from the pay of the day and holds the last one until the end', () => {
		const [line] = project({}).lines;
		expect(line!.points[0]).toEqual({ date: on, value: now.gross.value });
		expect(line!.points.at(-1)).toEqual({ date: until, value: line!.points.at(-2)!.value });
	});

	test('shows a bonification beside the plain seniority, a year earlier', () => {
		const { lines } = project({ bonification: true });
		expect(lines.map(({ label }) => label)).toEqual([
			'à l’ancienneté',
			'avec bonification d’un an'
		]);
		const ninth = lines.map(
			({ steps }) => steps.find(({ position }) => position.echelon === 9)?.date
		);
		expect(ninth).toEqual(['2028-09-01', '2027-09-01']);
	});

	test('is moved by the person’s own service in every scenario, and says what is unsure', () => {
		const said = {
			...noAnswers,
			asa: '3',
			interruptions: JSON.stringify([
				{ kind: 'disponibilite', from: '2027-01-01', to: '2027-12-31', counted: '0' }
			])
		};
		const service = serviceOf(said, 'certifie', on, careerReference);
		const { lines } = project({ bonification: true, service });
		const ninth = lines.map(({ steps }) => steps.find(({ position }) => position.echelon === 9)!);
		expect(ninth.map(({ date }) => date)).toEqual(['2029-06-01', '2028-06-01']);
		for (const { why } of ninth) {
			expect(why.confidence).toBe('non-verifiee');
			expect(why.text).toContain('3\u00a0mois de bonification');
		}
	});

	test('can be told in a message that names nobody', () => {
		const text = projectionText(project({}).lines, 'Estimation informative.');
		expect(text).toContain('1er\u00a0septembre\u00a02028\u00a0: 9e\u00a0échelon, INM 595');
		expect(text.trimEnd().endsWith('Estimation informative.')).toBe(true);
	});

	test('never draws more than three futures', () => {
		const { lines } = project({ bonification: true, changes: ['agrege:2028'], draft: true });
		expect(lines.map(({ id }) => id)).toEqual(['plain', 'bonification', 'agrege:2028']);
	});

	test('compares two dates of one promotion by where they lead and what they pay in all', () => {
		const { lines } = project({ changes: ['agrege:2028', 'agrege:2030'] });
		const [plain, early, late] = outcomesOf(now, lines, careerReference);
		expect(plain).toMatchObject({ rung: '11e\u00a0échelon', difference: null });
		expect(early!.difference!.value).toBeGreaterThan(late!.difference!.value);
		expect(late!.difference!.value).toBeGreaterThan(0);
		expect(early!.difference!.why.sources.length).toBeGreaterThan(0);
	});

	test('owes the whole difference of a bonification to the months it was earlier', () => {
		const { lines } = project({ bonification: true });
		const [plain, fast] = outcomesOf(now, lines, careerReference);
		const paid = (points: (typeof lines)[number]['points']) =>
			points
				.slice(0, -1)
				.reduce(
					(sum, { date, value }, i) => sum + (value * days360(date, points[i + 1]!.date)) / 30,
					0
				);
		expect(fast!.gross).toBeGreaterThanOrEqual(plain!.gross!);
		expect(fast!.difference!.value).toBeCloseTo(paid(lines[1]!.points) - paid(lines[0]!.points), 1);
	});

	test('says why a promotion cannot be supposed instead of drawing it', () => {
		const { lines, refused } = project({ changes: ['hors-classe:2027'] });
		expect(lines).toHaveLength(1);
		expect(refused.map(({ label }) => label)).toEqual(['hors-classe le 1er\u00a0sept.\u00a02027']);
	});

	test('offers the changes of grade and corps of the years to come', () => {
		const values = changeOptions(position, on, until, careerReference).map(({ value }) => value);
		expect(values[0]).toBe('hors-classe:2027');
		expect(values).toContain('agrege:2036');
		expect(changeOptions({ ...position, corps: 'pe' }, on, until, careerReference)).toHaveLength(
			10
		);
		expect(changeOptions({ ...position, corps: 'plp' }, on, until, careerReference)).toHaveLength(
			20
		);
	});

	test('is exported with decimal commas, a mark for the spreadsheet and its notice', () => {
		const csv = projectionCsv(project({}).lines, 'Estimation ; informative');
		expect(csv.startsWith('\ufeffScénario;Date;Étape;Indice majoré;')).toBe(true);
		expect(csv).toContain('à l’ancienneté;01/09/2028;9e\u00a0échelon;595;2929,06\r\n');
		expect(csv.endsWith('"Estimation ; informative"\r\n')).toBe(true);
	});
});
