/** What the rules say of a position given by the person, each figure with its reason. */
import type { Snapshot } from '$lib/core/career';
import type { SituationItem } from '../career/situation';
import { duration, money } from '../text/format';

/** @param dated false while the entry in the échelon is not said: then nothing counts seniority */
export function saidSituation(now: Snapshot, dated: boolean): SituationItem[] {
	const items: SituationItem[] = [];
	const { indice, gross, seniority } = now;
	if (indice.value !== null)
		items.push({ label: 'Indice majoré', value: String(indice.value), why: indice.why });
	if (gross.value !== null)
		items.push({ label: 'Traitement brut mensuel', value: money(gross.value), why: gross.why });
	if (dated && indice.value !== null)
		items.push({
			label: now.position.chevron ? 'Ancienneté dans le chevron' : 'Ancienneté dans l’échelon',
			value: duration(seniority.value),
			why: seniority.why
		});
	return items;
}
