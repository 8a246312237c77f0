/**
 * `npm run bench closing [people]`: the closing hour of a campaign and the publication of its results,
 * on a PostgreSQL server started for the occasion, durable, beside the product's own server.
 */
import { openPostgres, setRootDatabase } from '$lib/server/db';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { mailJobs } from '$lib/server/mail';
import { startJobs } from '$lib/server/jobs';
import { notificationJobs } from '$lib/server/notifications';
import { existsSync } from 'node:fs';
import { buildInto } from '../src/cli/setup/build.js';
import { TEST_BUILD } from '../tests/support/demo-data';
import { runOn, startPostgres, urlOf } from '../tests/support/postgres';
import { TestServer } from '../tests/support/server';
import { closingHour } from './mutation/closing-hour';
import { anOpenCampaign, teachers } from './mutation/people';
import { publish } from './mutation/publication';

const WINDOW_SECONDS = 180;
const count = Number(process.argv[2] ?? 3000);
const RESULTS = 30_000;

process.env['NUMEN_KEY'] ??= '0'.repeat(64);
if (!existsSync(`${TEST_BUILD}/handler.js`)) await buildInto(TEST_BUILD, '.test-build/kit');
const postgres = await startPostgres();
for (const setting of ['fsync = on', 'full_page_writes = on', 'synchronous_commit = on'])
	await runOn(postgres.url, `alter system set ${setting}`);
await runOn(postgres.url, 'select pg_reload_conf()');
await runOn(postgres.url, 'create database closing');
const url = urlOf(postgres.url, 'closing');
const server = await TestServer.create({
	data: 'empty',
	env: { DATABASE_URL: url, DEMO: '0', LOG_LEVEL: 'error' }
});
let failed = false;
try {
	await server.start();
	const database = openPostgres(url);
	setRootDatabase(database.db);
	const silent = { send: async () => {}, close: () => {} };
	const clock = { now: () => new Date() };
	const jobs = await startJobs({
		database: { ...database, engine: 'postgresql' },
		log: pino({ level: 'silent' }),
		workers: [
			...mailJobs(silent, new URL('https://carnet.example')),
			...notificationJobs({
				sender: { send: async () => 'accepted', close: () => {} },
				origin: 'https://carnet.example',
				...{ log: { error: () => {} } as never, clock, deadlines: [], news: [] }
			})
		]
	});
	const campaign = await anOpenCampaign();
	const people = await teachers(count);
	await pause(500);
	const hour = await closingHour(server.origin, people, campaign, WINDOW_SECONDS);
	process.stdout.write(
		`clôture : ${count} personnes, ${hour.requests} envois en ${hour.seconds.toFixed(0)} s, ` +
			`p95 ${hour.p95.toFixed(0)} ms (au plus 1000), pire ${hour.worst.toFixed(0)} ms, ` +
			`${hour.refused} refusés, ${hour.lost} perdus, ${hour.doubled} en double\n`
	);
	failed ||= hour.p95 > 1000 || hour.lost + hour.doubled + hour.refused > 0;
	failed ||= hour.seconds > WINDOW_SECONDS;
	await server.stop();
	const published = await publish(campaign, RESULTS);
	process.stdout.write(
		`publication : ${published.results} résultats en ${published.publishSeconds.toFixed(1)} s ` +
			`(au plus 10), ${published.inboxes} prévenus, répétition en ` +
			`${published.prepareSeconds.toFixed(1)} s\n`
	);
	failed ||= published.publishSeconds > 10 || published.inboxes !== RESULTS;
	await jobs.stop();
	await database.close();
} finally {
	await server.remove();
	await postgres.stop();
}
process.exit(failed ? 1 : 0);
