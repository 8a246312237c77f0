/** The climb of a career as the timeline shows it: past steps, then today's. */
import { positionOfStep, snapshot, type CareerReference, type Snapshot } from '$lib/core/career';
import type { AgentRecord, CareerStep } from '$lib/core/institution';
import type { Figure } from '$lib/core/reference';
import type { CivilDate } from '$lib/core/shared';
import { longDate } from '../text/format';
import { gradeLine, rungLabel } from './labels';
import { explainRecorded } from './record-facts';

export interface AdvancementEntry {
	readonly key: string;
	readonly title: string;
	/** Shown when the corps or the grade changes there. */
	readonly grade: string | null;
	readonly date: Figure<CivilDate>;
	/** Null when nobody published the grid of that day. */
	readonly indice: Figure<number> | null;
	readonly current: boolean;
}

/** Indice majoré on entering the step, where the dated grids reach that far. */
function indiceOf(step: CareerStep, reference: CareerReference): Figure<number> | null {
	const position = positionOfStep(step);
	if (!position.ok) return null;
	const then = snapshot(position.value, step.from, reference);
	if (!then.ok) return null;
	const { value, why } = then.value.indice;
	return value === null ? null : { value, why };
}

const recordedDate = (record: AgentRecord, title: string, date: CivilDate): Figure<CivilDate> => ({
	value: date,
	why: explainRecorded(record, title, `depuis le ${longDate(date)}`)
});

export function advancement(
	record: AgentRecord,
	now: Snapshot | null,
	reference: CareerReference
): AdvancementEntry[] {
	const current: CareerStep = { ...record, from: record.echelonSince };
	const past = record.steps.filter(({ from }) => from < current.from);
	return [...past, current].map((step, i, steps): AdvancementEntry => {
		const before = steps[i - 1];
		const title = rungLabel(step);
		const isCurrent = step === current;
		const indice = now?.indice.value;
		return {
			key: step.from,
			title,
			grade:
				before?.corps === step.corps && before.grade === step.grade
					? null
					: gradeLine({ ...step, civility: record.civility }),
			date: recordedDate(record, title, step.from),
			indice:
				isCurrent && now && indice != null
					? { value: indice, why: now.indice.why }
					: indiceOf(step, reference),
			current: isCurrent
		};
	});
}
