import { type CivilDate } from '../shared';
import type { CareerReference } from './reference';

/** Gross annual value of one point of indice majoré, in euros; null before the first known one. */
export function pointAt(reference: CareerReference, on: CivilDate): number | null {
	const { series } = reference.data.point;
	for (let i = series.length - 1; i >= 0; i--) if (series[i]!.from <= on) return series[i]!.annual;
	return null;
}

/** Gross monthly pay: index × annual value ÷ 12, to the cent. Not with a rounded monthly point. */
export function grossMonthly(
	reference: CareerReference,
	indice: number,
	on: CivilDate
): number | null {
	const annual = pointAt(reference, on);
	// Whole ten-thousandths of a euro, so that half a cent is really half a cent.
	return annual === null ? null : Math.round((indice * Math.round(annual * 10_000)) / 1200) / 100;
}
