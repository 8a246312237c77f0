/**
 * Telling people of what has happened in rooms that know nothing of notifications. Each look goes back
 * over the last one by an overlap longer than any writer's transaction, so that a row committed late
 * is not missed; a key per fact makes the overlap harmless.
 */
import type { Clock } from '$lib/core/shared';
import { notify, type Notify } from './notify.usecases';

export interface Span {
	readonly after: Date;
	readonly until: Date;
}

/** What a room has to tell of a span of time; asked again for the same span, the same keys. */
export type NewsSource = (span: Span) => Promise<readonly Notify[]>;

const OVERLAP_MS = 20 * 60_000;

export async function tellNews(
	{ sources }: { sources: readonly NewsSource[] },
	deps: { clock: Clock }
): Promise<number> {
	const until = deps.clock.now();
	const after = new Date(until.getTime() - OVERLAP_MS);
	let told = 0;
	for (const source of sources) {
		for (const news of await source({ after, until })) told += await notify(news, deps);
	}
	return told;
}
