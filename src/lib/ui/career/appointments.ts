/** The three rendez-vous de carrière of a person: held, this year, to come, or not to be dated. */
import {
	appointmentOf,
	entryWindow,
	plainScenario,
	positionOfStep,
	projectCareer,
	type Appointment,
	type CareerReference,
	type Position,
	type Snapshot
} from '$lib/core/career';
import type { CareerStep } from '$lib/core/institution';
import type { Explanation } from '$lib/core/reference';
import { addYears, firstDayOf, lastDayOf, type SchoolYear } from '$lib/core/shared';
import { longDate, ordinal } from '../text/format';

export interface AppointmentView {
	readonly appointment: Appointment;
	readonly schoolYear: SchoolYear | null;
	/** `hors-champ`: before they existed, or in a grade that has none left. */
	readonly state: 'passe' | 'en-cours' | 'a-venir' | 'hors-champ';
	readonly why: Explanation;
}

const HORIZON_YEARS = 30;

/** Every rung of the classe normale that was, is or will be held, each once, oldest first. */
function rungsHeld(now: Snapshot, past: readonly CareerStep[], reference: CareerReference) {
	const until = addYears(now.on, HORIZON_YEARS);
	const projected = projectCareer(now.position, now.on, until, plainScenario, reference);
	const before = past.flatMap((step) => {
		const position = positionOfStep(step);
		return position.ok ? [position.value] : [];
	});
	const after = projected.ok ? projected.value.map(({ position }) => position) : [];
	return [...before, now.position, ...after].filter(
		({ corps, grade }) => corps === now.position.corps && grade === 'classe-normale'
	);
}

function stateOf(schoolYear: SchoolYear, now: Snapshot, reference: CareerReference) {
	if (firstDayOf(schoolYear) < reference.data.rendezVous.from) return 'hors-champ';
	if (lastDayOf(schoolYear) < now.on) return 'passe';
	return firstDayOf(schoolYear) <= now.on ? 'en-cours' : 'a-venir';
}

function explain(
	appointment: Appointment,
	held: Position | undefined,
	schoolYear: SchoolYear | null,
	now: Snapshot,
	reference: CareerReference
): Explanation {
	const { rendezVous: rule } = reference.data;
	const rank = ordinal(appointment.echelon);
	const window = schoolYear && entryWindow(appointment, schoolYear);
	const expected = held !== undefined && held.depuis > now.on ? ' à l’ancienneté' : '';
	return {
		rule: 'rendez-vous-de-carriere',
		text: window
			? `Le rendez-vous de ${schoolYear} concerne qui entre dans le ${rank}\u00a0échelon entre le ${longDate(window[0])} et le ${longDate(window[1])}.`
			: `Ce rendez-vous se tient au ${rank}\u00a0échelon de la classe normale.`,
		inputs: held
			? [{ label: `Entrée dans le ${rank} échelon`, value: `${longDate(held.depuis)}${expected}` }]
			: [],
		sources: reference.sources(rule.sources),
		confidence: rule.confidence,
		at: schoolYear ? firstDayOf(schoolYear) : now.on
	};
}

/** Empty for a corps that has no rendez-vous. */
export function appointmentsOf(
	now: Snapshot,
	past: readonly CareerStep[],
	reference: CareerReference
): AppointmentView[] {
	if (!reference.corps.get(now.position.corps)!.grades.has('classe-normale')) return [];
	const rungs = rungsHeld(now, past, reference);
	return reference.data.rendezVous.appointments.map((appointment) => {
		const held = rungs.find(({ echelon }) => echelon === appointment.echelon);
		const schoolYear = (held && appointmentOf(held, reference)?.schoolYear) ?? null;
		return {
			appointment,
			schoolYear,
			state: schoolYear ? stateOf(schoolYear, now, reference) : 'hors-champ',
			why: explain(appointment, held, schoolYear, now, reference)
		};
	});
}
