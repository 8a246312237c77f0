/** The three rendez-vous de carrière: which school year, for whom. */
import {
	addDays,
	addMonths,
	dateFrom,
	daysInMonth,
	partsOf,
	schoolYearStarting,
	type CivilDate,
	type SchoolYear
} from '../shared';
import type { CareerData } from './career-data.schema';
import type { Position } from './position';
import type { CareerReference } from './reference';

export type Appointment = CareerData['rendezVous']['appointments'][number];

/** Entries in the échelon that lead to an appointment in that school year, both days included. */
export function entryWindow(
	appointment: Appointment,
	schoolYear: SchoolYear
): readonly [CivilDate, CivilDate] {
	const year = Number(schoolYear.slice(0, 4));
	const month = appointment.windowMonth;
	const endMonth = month - 1;
	return [dateFrom(year - 1, month, 1), dateFrom(year, endMonth, daysInMonth(year, endMonth))];
}

/** The appointment of a rung and its school year, or null outside échelons 6, 8 and 9. */
export function appointmentOf(
	position: Position,
	reference: CareerReference
): { readonly appointment: Appointment; readonly schoolYear: SchoolYear } | null {
	if (position.grade !== 'classe-normale') return null;
	const { appointments } = reference.data.rendezVous;
	const appointment = appointments.find(({ echelon }) => echelon === position.echelon);
	if (!appointment) return null;
	const kept = position.reliquat ?? 0;
	const entered =
		kept === 0
			? position.depuis
			: addDays(addMonths(position.depuis, -Math.floor(kept / 30)), -(kept % 30));
	const { year, month } = partsOf(entered);
	const base = month >= appointment.windowMonth ? year : year - 1;
	return { appointment, schoolYear: schoolYearStarting(base + 1) };
}
