/** What a pull costs the database: counted, since a stopwatch in a test tells nothing. */
import type { SessionUser } from '$lib/core/identity';
import { PROTOCOL, understoodTypes, type PullAnswer, type PullRequest } from '$lib/core/sync';
import { withDatabase } from '$lib/server/db';
import { openSession, readSession } from '$lib/server/identity';
import { pull, seeDevice, type PullCommand } from '$lib/server/sync';
import { syncSources } from '$lib/server/sync-sources';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aTeacher } from '../support/people';

const database = useDatabase();

/** A request as the server serves it: the session, then the pull. Gives how many queries it made. */
async function served(session: string, request: PullRequest) {
	let queries = 0;
	const counted = database().withPlugin({
		transformQuery: ({ node }) => {
			queries += 1;
			return node;
		},
		transformResult: async ({ result }) => result
	});
	const answer = await withDatabase(counted, async () => {
		const { user } = (await readSession(session))!;
		const onSeen: PullCommand['onSeen'] = (device) => seeDevice(user, { ...device, label: 'Test' });
		const clock = { now: () => new Date() };
		const pulled = await pull({ user, request, sources: syncSources, clock, onSeen });
		if (!pulled.ok) throw new Error(pulled.error.code);
		return pulled.value;
	});
	return { queries, answer };
}

const first = (user: SessionUser): PullRequest => ({
	...{ protocol: PROTOCOL, user: user.id, device: randomUUID(), epoch: null },
	...{ protection: 'clear' as const, types: { ...understoodTypes }, cursors: [] }
});

const next = (request: PullRequest, { epoch, slices }: PullAnswer): PullRequest => ({
	...request,
	epoch,
	cursors: slices.map(({ stream, type, cursor }) => ({ stream, type, cursor }))
});

test('a first pull costs one query for all streams, and an empty one two, session included', async () => {
	const user = await aTeacher();
	const session = await openSession(user, {
		...{ factor: 'password', at: new Date(), device: 'Test' }
	});
	const request = first(user);
	const whole = await served(session, request);
	expect(whole.answer.slices.length).toBeGreaterThan(1);
	// The session, every stream, and the device's name in the list.
	expect(whole.queries).toBe(3);

	const empty = await served(session, next(request, whole.answer));
	expect(empty.answer.slices).toEqual([]);
	expect(empty.queries).toBe(2);
});
