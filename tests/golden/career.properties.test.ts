import {
	becomeAgrege,
	changeGrade,
	computePay,
	grossMonthly,
	ladderOf,
	plainScenario,
	projectCareer,
	type CorpsId,
	type GradeId,
	type Position,
	type Scenario,
	type Step
} from '$lib/core/career';
import { addDays, addMonths, addYears, civilDate, type CivilDate } from '$lib/core/shared';
import { careerReference as reference } from '$lib/data';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const on = civilDate('2026-11-22');
const until = addYears(on, 30);

const corps = fc.constantFrom<CorpsId>('certifie', 'agrege', 'plp', 'peps', 'pe', 'cpe', 'psyen');
const grade = fc.constantFrom<GradeId>('classe-normale', 'hors-classe', 'classe-exceptionnelle');

/** Any rung of any grade, entered up to three years ago. */
const position = fc
	.record({ corps, grade, rank: fc.nat(20), days: fc.nat(1000) })
	.map(({ corps, grade, rank, days }): Position => {
		const rungs = [...ladderOf(reference, corps, grade)!.sets.at(-1)!.rungs.values()];
		const rung = rungs[rank % rungs.length]!;
		const depuis = addDays(on, -days);
		return { corps, grade, echelon: rung.echelon, chevron: rung.chevron, depuis };
	});

const scenario = fc
	.record({
		fast: fc.subarray([6, 8]),
		asa: fc.nat(12),
		breakStart: fc.option(fc.nat(4000)),
		breakLength: fc.nat(700),
		counted: fc.constantFrom(0, 0.5, 1),
		draft: fc.boolean()
	})
	.map(({ fast, asa, breakStart, breakLength, counted, draft }): Scenario => ({
		...plainScenario,
		bonifications: fast,
		asaMonths: asa,
		draft,
		interruptions:
			breakStart === null
				? []
				: [
						{
							from: addDays(on, breakStart - 500),
							to: addDays(on, breakStart - 500 + breakLength),
							counted
						}
					]
	}));

const project = (start: Position, terms: Scenario, from: CivilDate = on): readonly Step[] => {
	const result = projectCareer(start, from, until, terms, reference);
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
};

/** Day each rung is reached. */
const arrivals = (steps: readonly Step[]) =>
	new Map(
		steps
			.filter(({ nature }) => nature === 'echelon' || nature === 'chevron')
			.map((step) => [`${step.position.echelon}:${step.position.chevron}`, step.date])
	);

/** Every rung reached in `slow` is reached in `quick` no later. */
function expectNoLater(quick: readonly Step[], slow: readonly Step[]) {
	const sooner = arrivals(quick);
	for (const [rung, date] of arrivals(slow)) {
		const reached = sooner.get(rung);
		expect(reached !== undefined && reached <= date, `${rung}: ${reached} after ${date}`).toBe(
			true
		);
	}
}

const same = ({ nature, date, position, indice, gross, schoolYear }: Step) => ({
	nature,
	date,
	position,
	indice,
	gross,
	schoolYear
});

describe('a projection', () => {
	test('goes forward', () => {
		fc.assert(
			fc.property(position, scenario, (start, terms) => {
				const steps = project(start, terms);
				steps.forEach((step, i) =>
					expect(step.date >= (steps[i - 1]?.date ?? step.date)).toBe(true)
				);
			})
		);
	});

	test('more seniority never comes later', () => {
		fc.assert(
			fc.property(position, scenario, fc.nat(400), (start, terms, more) => {
				const older = { ...start, depuis: addDays(start.depuis, -more) };
				const rungs = arrivals(project(start, terms));
				const sooner = arrivals(project(older, terms));
				for (const [rung, date] of rungs) expect(sooner.get(rung)! <= date).toBe(true);
			})
		);
	});

	test('a bonification never delays', () => {
		fc.assert(
			fc.property(position, scenario, (start, terms) => {
				expectNoLater(
					project(start, { ...terms, bonifications: [6, 8] }),
					project(start, { ...terms, bonifications: [] })
				);
			})
		);
	});

	test('months of bonus never delay, and an interruption never hastens', () => {
		fc.assert(
			fc.property(position, scenario, (start, terms) => {
				expectNoLater(project(start, terms), project(start, { ...terms, asaMonths: 0 }));
				expectNoLater(project(start, { ...terms, interruptions: [] }), project(start, terms));
			})
		);
	});

	test('resumed from one of its steps, it is the tail of itself', () => {
		fc.assert(
			fc.property(position, scenario, fc.nat(10), (start, terms, pick) => {
				const steps = project(start, terms);
				const moves = steps.filter(
					({ nature, date }) => (nature === 'echelon' || nature === 'chevron') && date >= on
				);
				const resumed = moves[pick % Math.max(1, moves.length)];
				if (!resumed) return;
				const spent = steps.some(
					({ nature, date }) => nature === 'echelon' && date <= resumed.date
				);
				const rest = project(
					resumed.position,
					{ ...terms, asaMonths: spent ? 0 : terms.asaMonths },
					resumed.date
				);
				const tail = steps.slice(steps.indexOf(resumed) + 1);
				expect(rest.map(same)).toEqual(tail.map(same));
			})
		);
	});
});

describe('a reclassement', () => {
	const indexOf = (held: Position) =>
		ladderOf(reference, held.corps, held.grade)!
			.indices.at(-1)!
			.values.get(held.chevron ? `${held.echelon}:${held.chevron}` : `${held.echelon}`)!.value;
	const le = civilDate('2027-09-01');

	test('never lowers the index', () => {
		let changed = 0;
		fc.assert(
			fc.property(position, (start) => {
				for (const target of ['hors-classe', 'classe-exceptionnelle'] as const) {
					const result = changeGrade(start, target, le, reference);
					if (!result.ok) continue;
					changed++;
					expect(indexOf(result.value.position)).toBeGreaterThanOrEqual(indexOf(start));
				}
				const agrege = becomeAgrege(start, le, reference);
				if (!agrege.ok) return;
				changed++;
				const { indiceConserve, position: reached } = agrege.value;
				expect(Math.max(indiceConserve ?? 0, indexOf(reached))).toBeGreaterThanOrEqual(
					indexOf(start)
				);
			}),
			{ numRuns: 400 }
		);
		expect(changed).toBeGreaterThan(100);
	});

	test('more seniority never places lower, nor later on the next rungs', () => {
		fc.assert(
			fc.property(position, fc.nat(400), (start, more) => {
				const older = { ...start, depuis: addDays(start.depuis, -more) };
				const target = start.grade === 'classe-normale' ? 'hors-classe' : 'classe-exceptionnelle';
				const from = changeGrade(start, target, le, reference);
				const to = changeGrade(older, target, le, reference);
				if (!from.ok) return;
				if (!to.ok) throw new Error('more seniority closed a promotion');
				const reach = (held: Position) => [
					held,
					...project(held, plainScenario, le).map((s) => s.position)
				];
				const sooner = reach(to.value.position);
				for (const rung of reach(from.value.position)) {
					const reached = sooner.find(
						({ echelon, chevron }) => echelon === rung.echelon && chevron === rung.chevron
					);
					if (reached) expect(reached.depuis <= rung.depuis).toBe(true);
				}
			})
		);
	});
});

test('the net is under the gross, and the lines add up to it', () => {
	fc.assert(
		fc.property(
			fc.record({
				indice: fc.integer({ min: 366, max: 1072 }),
				echelon: fc.integer({ min: 1, max: 11 }),
				quotity: fc.constantFrom(0.5, 0.8, 1),
				zone: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
				children: fc.nat(6),
				isae: fc.constantFrom(0, 0.5, 1)
			}),
			({ indice, echelon, quotity, zone, children, isae }) => {
				const pay = computePay(
					{
						on,
						indice,
						gross: grossMonthly(reference, indice, on)!,
						rank: { corps: 'pe', grade: 'classe-normale', echelon },
						quotity,
						zone,
						children,
						isae,
						isoe: false,
						isoeModulable: null,
						attractivite: true,
						equipement: true
					},
					reference
				);
				expect(pay.net).toBeLessThan(pay.totalGross);
				const sum = pay.lines.reduce((total, { amount }) => total + amount, 0);
				expect(Math.abs(sum - pay.net)).toBeLessThan(0.005);
			}
		)
	);
});

test('the gross grows with the index and with time', () => {
	fc.assert(
		fc.property(fc.integer({ min: 366, max: 1071 }), fc.nat(200), (indice, months) => {
			const day = addMonths(civilDate('2010-01-01'), months);
			expect(grossMonthly(reference, indice + 1, day)!).toBeGreaterThan(
				grossMonthly(reference, indice, day)!
			);
			expect(grossMonthly(reference, indice, addMonths(day, 6))!).toBeGreaterThanOrEqual(
				grossMonthly(reference, indice, day)!
			);
		})
	);
});
