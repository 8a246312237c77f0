import type { CivilDate } from '../shared';
import type { Confidence, Source } from './source';

/** What the « Pourquoi ? » sheet shows beside a figure, a date or a refusal. */
export interface Explanation {
	/** Identifier of the rule in the reference data. */
	readonly rule: string;
	/** One or two French sentences, complete without the rest. */
	readonly text: string;
	/** The data used, as the person would name it. */
	readonly inputs: readonly { readonly label: string; readonly value: string }[];
	readonly sources: readonly Source[];
	readonly confidence: Confidence;
	/** Date of the fact: the rule is the one in force that day. */
	readonly at: CivilDate;
}
