/**
 * The opinion of a head on a special route, where its rules ask for one. The person asks, also without
 * the network; the head of the school they work in answers; both read the same words.
 */
import * as v from 'valibot';
import { entity, mutator, type Versioned } from '../shared';
import { routeIdSchema, routeTargetSchema } from './route-file';

export const opinionVerdicts = ['favorable', 'reserve', 'defavorable'] as const;
export type OpinionVerdict = (typeof opinionVerdicts)[number];

export interface HeadOpinion {
	readonly id: string;
	/** The guide of the special route. */
	readonly route: string;
	readonly target: string;
	/** Instant of the server's clock; null while it has not received the question. */
	readonly askedAt: string | null;
	readonly verdict: OpinionVerdict | null;
	/** Why, in the head's words. */
	readonly words: string;
	readonly givenAt: string | null;
}

export const headOpinionEntity = entity<Versioned<HeadOpinion>>('mutation-opinion', 1, 'user');

export const askOpinion = mutator({
	kind: 'mutation-opinion.ask',
	policy: 'append',
	entity: headOpinionEntity,
	args: v.strictObject({
		id: v.pipe(v.string(), v.uuid()),
		route: routeIdSchema,
		target: v.pipe(routeTargetSchema, v.trim(), v.minLength(2))
	}),
	idOf: ({ id }) => id,
	apply: (current: HeadOpinion | null, { id, route, target }): HeadOpinion =>
		current ?? {
			...{ id, route, target, askedAt: null },
			...{ verdict: null, words: '', givenAt: null }
		}
});

/** An opinion that is not favourable is explained. */
export const lacksReason = (verdict: OpinionVerdict, words: string): boolean =>
	verdict !== 'favorable' && words.trim().length < 10;
