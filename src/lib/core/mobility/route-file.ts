/**
 * The file a person builds for a special route: where they apply, what is done, what they write for
 * themselves. Theirs alone: nothing of it reaches anyone before they ask for an opinion.
 */
import * as v from 'valibot';
import { entity, mutator, type Versioned } from '../shared';

export interface RouteFile {
	/** Post, country or territory. */
	readonly target: string;
	readonly notes: string;
	/** Ranks of the guide's steps that are done. */
	readonly done: readonly number[];
}

export interface RouteFiles {
	/** The account's own id. */
	readonly id: string;
	/** By guide. */
	readonly routes: Readonly<Record<string, RouteFile>>;
}

export const routeFilesEntity = entity<Versioned<RouteFiles>>('mutation-routes', 1, 'user');

export const emptyRouteFile: RouteFile = { target: '', notes: '', done: [] };

export const routeIdSchema = v.pipe(v.string(), v.regex(/^[a-z-]{2,40}$/));
export const routeTargetSchema = v.pipe(v.string(), v.maxLength(120));

const withStep = (done: readonly number[], { rank, on }: { rank: number; on: boolean }): number[] =>
	[...done.filter((one) => one !== rank), ...(on ? [rank] : [])].sort((a, b) => a - b);

export const saveRouteFile = mutator({
	kind: 'mutation-routes.save',
	policy: 'merge-fields',
	entity: routeFilesEntity,
	args: v.strictObject({
		id: v.pipe(v.string(), v.uuid()),
		route: routeIdSchema,
		target: v.optional(routeTargetSchema),
		notes: v.optional(v.pipe(v.string(), v.maxLength(4000))),
		step: v.optional(
			v.strictObject({
				rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(40)),
				on: v.boolean()
			})
		)
	}),
	idOf: ({ id }) => id,
	apply: (current: RouteFiles | null, { id, route, target, notes, step }): RouteFiles => {
		const file = current?.routes[route] ?? emptyRouteFile;
		const changed = {
			target: target ?? file.target,
			notes: notes ?? file.notes,
			done: step ? withStep(file.done, step) : file.done
		};
		return { id, routes: { ...current?.routes, [route]: changed } };
	}
});
