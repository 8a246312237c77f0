/**
 * What a barème is made of. Everything here is a closed set: a rule written in the data can only use
 * these amounts, these predicates and the facts of `facts.ts`, so that the phone and the server give
 * the same score and a bundle needing more is refused instead of being half understood.
 */
import type { Confidence } from '../reference';
import type { FactName } from './fact-names';

export const amountKinds = ['flat', 'per-unit', 'lookup', 'bands', 'average'] as const;

/** Points that do not depend on anything. */
export interface Flat {
	readonly kind: 'flat';
	readonly points: number;
}

/** So many points for each `every` units of a fact, counted from `beyond`. */
export interface PerUnit {
	readonly kind: 'per-unit';
	readonly of: FactName;
	readonly points: number;
	readonly every?: number;
	readonly beyond?: number;
	/** Incomplete units count in proportion instead of being dropped. */
	readonly prorata?: boolean;
	readonly min?: number;
	readonly cap?: number;
}

/** The points printed beside an exact value; beyond the last row, the last row holds. */
export interface Lookup {
	readonly kind: 'lookup';
	readonly of: FactName;
	/** Subtracts what the same table gives for this other fact, already counted by another rule. */
	readonly less?: FactName;
	readonly rows: readonly {
		readonly at: number;
		readonly points: number;
		readonly confidence?: Confidence;
	}[];
}

/** The points of the last band whose threshold is reached. */
export interface Bands {
	readonly kind: 'bands';
	readonly of: FactName;
	readonly rows: readonly { readonly from: number; readonly points: number }[];
}

/** Brings the whole score to the average with another person's score. */
export interface Average {
	readonly kind: 'average';
	readonly with: FactName;
}

export type Amount = Flat | PerUnit | Lookup | Bands | Average;

export type FactValue = string | number | boolean;

/** True or false of one fact, or « at least one of these rules counts on this wish ». */
export type Predicate =
	| { readonly fact: FactName; readonly is: FactValue }
	| { readonly fact: FactName; readonly not: FactValue }
	| { readonly fact: FactName; readonly in: readonly FactValue[] }
	| { readonly fact: FactName; readonly atLeast: number }
	| { readonly counts: readonly string[] };

/** A predicate whose failure is told to the person in these words. */
export type Condition = Predicate & { readonly else: string };

export interface RuleCase {
	readonly when?: readonly Predicate[];
	readonly amounts: readonly Amount[];
}

/** What becomes of the points in the extension score. */
export type InExtension = 'gardee' | 'gardee-a-confirmer' | 'retiree' | 'retiree-a-confirmer';

export interface Rule {
	readonly id: string;
	readonly label: string;
	readonly group: 'commun' | 'familial' | 'personnel' | 'stagiaire' | 'voeu';
	/** Explanation in French; `{N}` and `{N-1}` are the years of the campaign. */
	readonly text: string;
	/** Which wishes it bears on, in French. */
	readonly wishes: string;
	/** Who is concerned at all; others hear nothing of the rule. */
	readonly claim?: readonly Predicate[];
	readonly when?: readonly Condition[];
	/** The first case that applies gives the points. */
	readonly cases: readonly RuleCase[];
	/** Facts shown in « Pourquoi ? ». */
	readonly inputs: readonly FactName[];
	/** Granted by a decision: shown as requested, never added up. */
	readonly asked?: boolean;
	readonly extension: InExtension;
	/** Which date of the campaign the facts are read at. */
	readonly readAt: ReferenceDate;
	/** Identifiers of the pieces that prove it. */
	readonly pieces: readonly string[];
	readonly sources: readonly string[];
	readonly confidence: Confidence;
}

export const referenceDates = [
	'echelonPromotion',
	'echelonClassement',
	'anciennetePoste',
	'mariagePacs',
	'grossesseReconnaissance',
	'enfantMoinsDe18'
] as const;
export type ReferenceDate = (typeof referenceDates)[number];

/** `a` counts and each of `b` is set aside. */
export interface Exclusion {
	readonly a: string;
	readonly b: readonly string[];
	readonly confidence: Confidence;
}

/** Only the bundle worth the most counts. */
export interface ExclusiveGroup {
	readonly id: string;
	readonly bundles: readonly (readonly string[])[];
	readonly confidence: Confidence;
}
