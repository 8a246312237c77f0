/**
 * A declared figure that the service puts right, with its reason: the engine then computes with the
 * corrected one, and the person reads both.
 */
import { count, emptyAnswers, type Answers } from './answers';

export const correctableAnswers = [
	...(['echelon', 'anneesDansEchelon', 'anneesPoste', 'detachementAnnees'] as const),
	...(['anneesDepartement', 'moisDepartement', 'anneesExTitulaire'] as const),
	...(['enfants', 'anneesActivite', 'anneesConge', 'demandes'] as const),
	...(['anneesEducationPrioritaire', 'claAnnees', 'popAnnees', 'sportifAnnees'] as const),
	...(['mayotteAnnees', 'guyaneAnnees', 'guyaneIsoleAnnees'] as const)
] as const;
export type CorrectableAnswer = (typeof correctableAnswers)[number];

export const isCorrectable = (name: string): name is CorrectableAnswer =>
	(correctableAnswers as readonly string[]).includes(name);

/** What the person is told of it. */
export interface ToldCorrection {
	readonly answer: CorrectableAnswer;
	readonly before: string;
	readonly after: string;
	readonly reason: string;
	readonly comment: string | null;
}

export interface Correction extends ToldCorrection {
	readonly by: string;
	/** Somebody else, who agreed. */
	readonly checkedBy: string | null;
}

type Declared = Partial<Answers>;

export const withCorrections = (
	answers: Declared,
	corrections: readonly ToldCorrection[]
): Declared => ({
	...answers,
	...Object.fromEntries(corrections.map(({ answer, after }) => [answer, after]))
});

/**
 * The corrections once this one is made. Going back to what was declared takes it away. Null where
 * the value is not a whole number.
 */
export function corrected(
	answers: Declared,
	known: readonly Correction[],
	made: Omit<Correction, 'before' | 'checkedBy'>
): Correction[] | null {
	const after = count(made.after);
	if (after === undefined) return null;
	const before = { ...emptyAnswers(), ...answers }[made.answer];
	const others = known.filter(({ answer }) => answer !== made.answer);
	if (count(before) === after) return others;
	return [...others, { ...made, after: String(after), before, checkedBy: null }];
}

export const toldCorrections = (corrections: readonly Correction[]): ToldCorrection[] =>
	corrections.map(({ answer, before, after, reason, comment }) => ({
		...{ answer, before, after, reason, comment }
	}));
