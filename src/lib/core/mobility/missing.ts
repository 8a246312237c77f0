import type { FactValue } from './rule';

/** A question whose answer could change the score. */
export interface Question {
	/** Where the answer goes in the situation. */
	readonly path: string;
	readonly question: string;
}

export interface Missing extends Question {
	/** What an unanswered quantity counts for until it is answered. */
	readonly meanwhile: number;
}

export type Fact = FactValue | Missing;

export const missing = (path: string, question: string, meanwhile = 0): Missing => ({
	path,
	question,
	meanwhile
});

export const isMissing = (fact: Fact): fact is Missing => typeof fact === 'object';
