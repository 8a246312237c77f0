/** `kill -9` of the product's own server in the middle of exchanges (`npm run test:sync -- --kill N`). */
import { openSession } from '$lib/server/identity';
import { afterAll, expect, test } from 'vitest';
import { aTeacher } from '../support/people';
import { violations } from '../sync/invariants';
import { KilledWorld } from '../sync/killed';
import { onEmbedded, onPostgres } from '../sync/killed-store';
import { tallied } from '../sync/tally';

const kills = Number(process.env.CARNET_SYNC_KILLS ?? 3);
const firstSeed = Number(process.env.CARNET_SYNC_SEED ?? Date.now() % 1_000_000);
/** Kills between two looks at everything. */
const EVERY = 10;

async function people() {
	const [user, stranger] = [await aTeacher(), await aTeacher()];
	const proof = { factor: 'password', at: new Date(), device: 'Test' } as const;
	return { user, stranger, session: await openSession(user, proof) };
}

test.each([
	['a PostgreSQL server', onPostgres],
	['the embedded database', onEmbedded]
])(
	'a server killed in the middle of exchanges loses and doubles nothing, on %s',
	{ timeout: 6 * 3600_000 },
	async (_name, place) => {
		const store = await place();
		const world = new KilledWorld(await store.look(people), store.server);
		try {
			await store.server.start();
			await world.settle();
			for (let kill = 1; kill <= kills; kill++) {
				await world.suffer(firstSeed + kill);
				if (kill % EVERY !== 0 && kill !== kills) continue;
				await world.settle();
				const found = await store.look(() => violations(world));
				expect(found, `from seed ${firstSeed}`).toEqual([]);
			}
		} finally {
			world.stop();
			await store.remove();
		}
	}
);

afterAll(() => {
	if (process.env.CARNET_SYNC_KILLS) process.stdout.write(tallied(kills));
});
