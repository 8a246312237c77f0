import { snapshot, type Position } from '$lib/core/career';
import { civilDate } from '$lib/core/shared';
import { careerReference as reference } from '$lib/data';
import { describe, expect, test } from 'vitest';
import { noAnswers, type CareerAnswers } from './answers';
import { overtimeOf, overtimeYear, payMoments, paySlip, unsaid } from './pay';

const on = civilDate('2026-11-22');
const certifie: Position = {
	...{ corps: 'certifie', grade: 'classe-normale', echelon: 8, chevron: null },
	depuis: civilDate('2025-03-01')
};
const momentsOf = (position: Position) => {
	const now = snapshot(position, on, reference);
	if (!now.ok) throw new Error(now.error.code);
	return payMoments(now.value, reference);
};
const slipOf = (answers: Partial<CareerAnswers> = {}, quotity = 1) =>
	paySlip(momentsOf(certifie)[0]!, { ...noAnswers, ...answers }, quotity, reference);
const amountOf = (label: string, answers: Partial<CareerAnswers> = {}) =>
	slipOf(answers).pay.lines.find((line) => line.label === label)?.amount ?? 0;

describe('a month of pay', () => {
	test('counts nothing that was not said, and names it', () => {
		expect(amountOf('Indemnité de résidence')).toBe(0);
		expect(amountOf('ISOE, part fixe')).toBe(0);
		expect(unsaid(noAnswers, 'certifie', reference)).toHaveLength(3);
		const said = { ...noAnswers, zone: '3', enfants: '0', suivi: 'non' };
		expect(unsaid(said, 'certifie', reference)).toEqual([]);
	});

	test('follows each answer', () => {
		expect(amountOf('Indemnité de résidence', { zone: '1' })).toBe(83);
		expect(amountOf('Supplément familial de traitement', { enfants: '2' })).toBeGreaterThan(0);
		expect(amountOf('ISOE, part fixe', { suivi: 'oui' })).toBe(212.5);
		expect(amountOf('Prime d’équipement informatique', { suivi: 'non' })).toBe(0);
		expect(amountOf('Traitement brut', { quotite: '0.5' })).toBe(1383.3);
	});

	test('reads the share of the record until another is said', () => {
		expect(slipOf({}, 0.5).pay.gross).toBe(slipOf({ quotite: '0.5' }).pay.gross);
	});

	test('keeps the health cover apart, and drops it for who is exempt', () => {
		expect(slipOf().cover?.amount).toBeGreaterThan(0);
		expect(slipOf({ dispensePsc: 'oui' }).cover).toBeNull();
	});

	test('explains every line and both totals with their data', () => {
		const { pay, totals } = slipOf({ zone: '1', enfants: '2', suivi: 'oui' });
		for (const { why } of [...pay.lines, { why: totals.net }, { why: totals.totalGross }]) {
			expect(why.text).toMatch(/\.$/);
			expect(why.inputs.length).toBeGreaterThan(0);
			expect(why.sources.length).toBeGreaterThan(0);
		}
	});

	test('is given today and at each change of pay of the ten years to come', () => {
		expect(momentsOf(certifie).map(({ on: day, position }) => [day, position.echelon])).toEqual([
			['2026-11-22', 8],
			['2028-09-01', 9],
			['2032-09-01', 10],
			['2036-09-01', 11]
		]);
	});

	test('is not given without an index', () => {
		expect(
			momentsOf({ ...certifie, corps: 'contractuel', grade: 'categorie-1', echelon: 1 })
		).toEqual([]);
	});
});

test('the first hour of overtime is better paid, and the rule holds in the second degree only', () => {
	const rates = overtimeOf(certifie, on, reference)!;
	expect(overtimeYear(rates, 0)).toBe(0);
	expect(overtimeYear(rates, 2)).toBe(Math.round((rates.first + rates.annual) * 100) / 100);
	expect(overtimeOf({ ...certifie, corps: 'pe' }, on, reference)).toBeNull();
});
