/** « Ma situation »: the facts of the record and the figures computed from them, each with its reason. */
import type { Snapshot } from '$lib/core/career';
import type { AgentRecord } from '$lib/core/institution';
import type { Explanation } from '$lib/core/reference';
import { duration, longDate, money, percent } from '../text/format';
import { corpsName, gradeName, rungLabel } from './labels';
import { explainRecorded } from './record-facts';

export interface SituationItem {
	readonly label: string;
	readonly value: string;
	readonly why: Explanation;
}

export function situation(record: AgentRecord, snapshot: Snapshot | null): SituationItem[] {
	const items: SituationItem[] = [];
	const recorded = (label: string, value: string | null | undefined) => {
		if (value) items.push({ label, value, why: explainRecorded(record, label, value) });
	};
	recorded('Corps', corpsName(record.corps, record.civility));
	recorded('Grade', gradeName(record.grade));
	recorded('Échelon', rungLabel(record));
	if (snapshot) {
		const { seniority, indice, gross } = snapshot;
		items.push({
			label: record.chevron ? 'Ancienneté dans le chevron' : 'Ancienneté dans l’échelon',
			value: duration(seniority.value),
			why: seniority.why
		});
		if (indice.value !== null)
			items.push({ label: 'Indice majoré', value: String(indice.value), why: indice.why });
		if (gross.value !== null)
			items.push({
				label: 'Traitement brut mensuel',
				value: money(gross.value),
				why: gross.why
			});
	}
	recorded('Entrée dans le grade', record.gradeSince && longDate(record.gradeSince));
	recorded('Entrée dans le corps', record.corpsSince && longDate(record.corpsSince));
	recorded('Discipline', record.discipline);
	recorded('Quotité', percent(record.quotity));
	return items;
}
