/** Three phones, one server, and everything that can go wrong, drawn at random (`npm run test:sync`). */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aTeacher } from '../support/people';
import { falselySent, hiddenWrites, violations } from '../sync/invariants';
import { plan } from '../sync/plan';
import { tallied } from '../sync/tally';
import { World } from '../sync/world';

useDatabase();
const runs = Number(process.env.CARNET_SYNC_RUNS ?? 25);
const seed = process.env.CARNET_SYNC_SEED;
const isLong = process.env.CARNET_SYNC_RUNS !== undefined;
let done = 0;

/** A long run tells where it is, so that one that is cut short has still told something. */
function ran(): void {
	done += 1;
	if (isLong && done % 250 === 0) process.stdout.write(`${done} of ${runs} runs, 0 violations\n`);
}

test(
	'no write is lost, doubled, reordered, hidden or attributed to somebody else',
	{ timeout: 6 * 3600_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(plan, async (steps) => {
				const world = new World(await aTeacher(), await aTeacher());
				try {
					for (const step of steps) {
						await world.take(step);
						if (step.do !== 'sync') continue;
						expect(await falselySent(world)).toEqual([]);
						expect(await hiddenWrites(world)).toEqual([]);
					}
					await world.settle();
					expect(await violations(world)).toEqual([]);
					ran();
				} finally {
					world.stop();
				}
			}),
			{
				numRuns: runs,
				endOnFailure: process.env.CARNET_SYNC_SHRINK !== '1',
				...(seed ? { seed: Number(seed) } : {})
			}
		);
		if (isLong) process.stdout.write(tallied(runs));
	}
);
