import type { Confidence } from '../reference';
import type { FactName } from './fact-names';
import type { Facts } from './facts';
import { isMissing, type Question } from './missing';
import type { Amount, Bands, Lookup, PerUnit } from './rule';

/** Points have at most one decimal; a half goes up. */
export const roundPoints = (points: number): number => Math.round(points * 10 + 1e-9) / 10;

export interface Measured {
	readonly points: number;
	/** Confidence of the row used, when it differs from the rule's. */
	readonly confidence: Confidence | null;
	/** The published table says nothing for this value. */
	readonly unpublished?: boolean;
	readonly questions: readonly Question[];
}

function quantity(name: FactName, facts: Facts): { value: number; questions: readonly Question[] } {
	const fact = facts[name];
	return isMissing(fact)
		? { value: fact.meanwhile, questions: [fact] }
		: { value: Number(fact), questions: [] };
}

function perUnit(amount: PerUnit, value: number): number {
	const units = Math.max(0, value - (amount.beyond ?? 0)) / (amount.every ?? 1);
	const points = (amount.prorata ? units : Math.floor(units)) * amount.points;
	return Math.min(amount.cap ?? Infinity, Math.max(amount.min ?? -Infinity, points));
}

/** The row of the table for a value: the exact one, or the last when the value goes beyond. */
function rowAt(rows: Lookup['rows'], value: number): Lookup['rows'][number] | null {
	const last = rows.at(-1);
	return rows.find((row) => row.at === value) ?? (last && value > last.at ? last : null);
}

function lookup(amount: Lookup, facts: Facts): Measured {
	const { value, questions } = quantity(amount.of, facts);
	const row = rowAt(amount.rows, value);
	const already = amount.less
		? (rowAt(amount.rows, quantity(amount.less, facts).value)?.points ?? 0)
		: 0;
	return {
		points: (row?.points ?? 0) - already,
		confidence: row?.confidence ?? null,
		unpublished: !row && questions.length === 0,
		questions
	};
}

const band = (amount: Bands, value: number): number =>
	amount.rows.findLast((row) => value >= row.from)?.points ?? 0;

/** @param subtotal what the other rules give, for the kind that averages two scores */
export function measure(amount: Amount, facts: Facts, subtotal: number): Measured {
	switch (amount.kind) {
		case 'flat':
			return { points: amount.points, confidence: null, questions: [] };
		case 'lookup':
			return lookup(amount, facts);
		case 'per-unit':
		case 'bands': {
			const { value, questions } = quantity(amount.of, facts);
			const points = amount.kind === 'bands' ? band(amount, value) : perUnit(amount, value);
			return { points, confidence: null, questions };
		}
		case 'average': {
			const { value, questions } = quantity(amount.with, facts);
			return {
				points: questions.length > 0 ? 0 : (value - subtotal) / 2,
				confidence: null,
				questions
			};
		}
	}
}
