/** Explanation of a fact that nothing computes: the HR file says so. */
import type { AgentRecord } from '$lib/core/institution';
import type { Explanation } from '$lib/core/reference';
import { parisDate } from '$lib/core/shared';
import { longDate } from '../text/format';

export function explainRecorded(record: AgentRecord, label: string, value: string): Explanation {
	const at = parisDate(new Date(record.recordUpdatedAt));
	return {
		rule: 'fichier-de-gestion',
		text: `Donnée reprise du fichier de gestion de l’académie, mise à jour le ${longDate(at)}. Si elle est fausse, «\u202fSignaler une erreur\u202f» la fait corriger à la source.`,
		inputs: [{ label, value }],
		sources: [
			{ id: 'fichier-de-gestion', title: 'Fichier de gestion de l’académie', url: null, date: at }
		],
		confidence: 'haute',
		at
	};
}
