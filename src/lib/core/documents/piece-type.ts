/** The kinds of pieces a person deposits, as the dated data describes them. */
import type { Confidence, Dated, Source } from '../reference';

/**
 * How long a piece proves something. `none`: for ever. `age`: so many months after it was drawn up,
 * counted at the date of sending. `printed`: until the date printed on it, which the person copies.
 */
export type ValidityRule =
	| { readonly kind: 'none' }
	| { readonly kind: 'age'; readonly months: number }
	| { readonly kind: 'printed' };

/** A value of the table with where it comes from. */
export interface Sourced<T> {
	readonly value: T;
	/** One French sentence, complete without the rest. */
	readonly text: string;
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export interface PieceType {
	readonly id: string;
	readonly label: string;
	/** What the proposed file name begins with: `JustifDomicile`. */
	readonly stem: string;
	/** Where to get it, or what to look at before photographing it. */
	readonly hint: string;
	/** For the médecin-conseil's eyes only. */
	readonly medical: boolean;
	readonly validity: readonly Dated<Sourced<ValidityRule>>[];
	/** Line of the retention table it falls under. */
	readonly retention: string;
	/** Pieces of a mutation request it may serve as. */
	readonly serves: readonly string[];
}

/** What the retention runs from. */
export type StartEvent = 'depot' | 'fin-de-campagne';

/** What becomes of a piece at the end: destroyed, or kept until the archives have chosen. */
export type FinalFate = 'destruction' | 'tri';

export interface RetentionRule {
	readonly months: number;
	readonly from: StartEvent;
	readonly fate: FinalFate;
}

export interface RetentionLine {
	readonly id: string;
	readonly label: string;
	readonly rules: readonly Dated<Sourced<RetentionRule>>[];
}

export interface DocumentsReference {
	readonly version: string;
	readonly types: readonly PieceType[];
	readonly retention: readonly RetentionLine[];
	readonly sources: readonly Source[];
}

export const typeOf = (reference: DocumentsReference, id: string): PieceType | null =>
	reference.types.find((type) => type.id === id) ?? null;

/** @throws when the data names a source it does not have: `data:check` refuses that */
export function sourcesOf(reference: DocumentsReference, ids: readonly string[]): Source[] {
	return ids.map((id) => {
		const source = reference.sources.find((one) => one.id === id);
		if (!source) throw new Error(`source ${id} unknown`);
		return source;
	});
}
