import { dateFrom, partsOf, type CivilDate } from './civil-date';

declare const schoolYearBrand: unique symbol;
/** `2026-2027`: from 1 September to 31 August. */
export type SchoolYear = string & { readonly [schoolYearBrand]: true };

export function parseSchoolYear(text: string): SchoolYear | null {
	const match = /^(\d{4})-(\d{4})$/.exec(text);
	return match && Number(match[2]) === Number(match[1]) + 1 ? (text as SchoolYear) : null;
}

export const schoolYearStarting = (year: number): SchoolYear => `${year}-${year + 1}` as SchoolYear;

export function schoolYearOf(date: CivilDate): SchoolYear {
	const { year, month } = partsOf(date);
	return schoolYearStarting(month >= 9 ? year : year - 1);
}

export const firstDayOf = (schoolYear: SchoolYear): CivilDate =>
	dateFrom(Number(schoolYear.slice(0, 4)), 9, 1);

export const lastDayOf = (schoolYear: SchoolYear): CivilDate =>
	dateFrom(Number(schoolYear.slice(5, 9)), 8, 31);
