/** Published figures about others, loaded on demand by the one screen that shows them. */
import type { Statistics } from '$lib/core/career';
import file from './statistiques.json';
import seal from './VERSION.json';

/** As written in the file; `data:check` validates the shape that this cast takes for granted. */
export const statistics = file as unknown as Statistics;

/** Version and sha256 of `statistics`, written by `npm run data:check`. */
export const statisticsSeal: {
	readonly version: string;
	readonly asOf: string;
	readonly sha256: string;
} = seal;
