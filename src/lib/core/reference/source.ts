/** Where a figure comes from and how far to trust it. */
export const confidences = ['haute', 'moyenne', 'basse', 'non-verifiee'] as const;
export type Confidence = (typeof confidences)[number];

export interface Source {
	/** Key in the data file's own list of sources. */
	readonly id: string;
	readonly title: string;
	readonly url: string | null;
	/** Publication or reading date, as precise as known (`2024`, `2024-09`, `2024-09-08`). */
	readonly date: string | null;
}

/** Below « haute », the screen says « à confirmer ». */
export const needsConfirmation = (confidence: Confidence): boolean => confidence !== 'haute';

/** The confidence of a figure computed from several: that of the weakest. */
export const weakest = (...all: readonly Confidence[]): Confidence =>
	confidences[Math.max(0, ...all.map((confidence) => confidences.indexOf(confidence)))]!;
