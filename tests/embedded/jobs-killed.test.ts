import { enqueueAll } from '$lib/server/jobs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startChild } from '../support/child';
import { eventually } from '../support/eventually';
import { effects, effectsWhenDone, withWorker } from '../support/job-worker';

const dataDir = mkdtempSync(join(tmpdir(), 'carnet-jobs-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('an application killed with -9 three times on its embedded database still does every job', async () => {
	const numbers = Array.from({ length: 12 }, (_, number) => number);
	await withWorker('adds', { databaseUrl: null, dataDir }, () =>
		enqueueAll(
			effects,
			numbers.map((number) => ({ number }))
		)
	);
	for (const life of [1, 2, 3]) {
		const child = startChild('tests/support/job-worker.ts', `life ${life}`, '', dataDir);
		await child.prints('effect');
		await child.kill();
	}
	const all = await withWorker('last life', { databaseUrl: null, dataDir }, () =>
		eventually(effectsWhenDone, 60_000)
	);
	expect(all.map((row) => row.number)).toEqual(numbers);
	expect(all.filter((row) => row.times > 1).length).toBeLessThanOrEqual(6);
}, 120_000);
