/**
 * `npm run bench sync [teachers]`: what pulls cost the server, on PostgreSQL with every commit on disk, the
 * load coming from the same machine. Fails when a figure passes its limit.
 */
import { migrateToLatest, openPostgres, setRootDatabase } from '$lib/server/db';
import setup from '../tests/support/built.setup';
import { runOn, startPostgres, urlOf } from '../tests/support/postgres';
import { TestServer } from '../tests/support/server';
import { arriving, rate } from './sync/load';
import { answerOf, firstRequest, nextRequest, send } from './sync/phone';
import { writeTeachers, type Teacher } from './sync/teachers';
import { startYardstick } from './sync/yardstick';
import { isWithin, lineOf, median, type Figure } from './web/figures';

const TEACHERS = Number(process.argv[2] ?? 3000);
const ROUND_MS = 4000;
const ROUNDS = 3;

const most = (page: string, name: string, value: number, limit: number, unit: string): Figure => ({
	...{ page, name, value, limit, unit, kind: 'most' }
});
const least = (page: string, name: string, value: number, limit: number, unit: string): Figure => ({
	...{ page, name, value, limit, unit, kind: 'least' }
});

await setup();
const postgres = await startPostgres({ durable: true });
await runOn(postgres.url, 'create database carnet');
const databaseUrl = urlOf(postgres.url, 'carnet');
const { db, close } = openPostgres(databaseUrl);
setRootDatabase(db);
await migrateToLatest(db as never);
const teachers = await writeTeachers(TEACHERS);
await close();
const server = await TestServer.create({
	data: 'empty',
	env: { DATABASE_URL: databaseUrl, DEMO: '0', LOG_LEVEL: 'info' }
});
const url = `${server.origin}/api/v1/sync/pull`;
const figures: Figure[] = [];

/** Our rate as a share of the yardstick's, the two measured in turns. */
async function compare(name: string, teacher: Teacher, request: string): Promise<void> {
	const answer = answerOf(await send(url, teacher, request));
	const bare = await startYardstick(databaseUrl, teacher, request, answer);
	const shares: number[] = [];
	const rates: [number, number][] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const theirs = await rate((agent) => send(bare.url, teacher, request, agent), ROUND_MS);
		const ours = await rate((agent) => send(url, teacher, request, agent), ROUND_MS);
		rates.push([ours, theirs]);
		shares.push((100 * ours) / theirs);
	}
	await bare.stop();
	const [ours, theirs] = [0, 1].map((side) => median(rates.map((pair) => pair[side]!)));
	process.stdout.write(
		`${name}: ${ours!.toFixed(0)} answers per second, ${theirs!.toFixed(0)} without our code\n`
	);
	figures.push(least(name, 'share of bare rate', median(shares), 70, '%'));
	figures.push(most(name, 'queries', bare.queries, 2, ''));
}

try {
	await server.start();
	const [teacher] = teachers as [Teacher];
	const request = firstRequest(teacher);
	const first = await send(url, teacher, request);
	figures.push(most('first pull', 'compressed', first.body.length / 1000, 30, 'kB'));

	const jobs = teachers.map((each) => {
		const body = firstRequest(each);
		return () => send(url, each, body);
	});
	const { times, errors } = await arriving(jobs, 10_000);
	const p95 = times[Math.floor(times.length * 0.95)] ?? Infinity;
	process.stdout.write(`p50 ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms\n`);
	figures.push(most(`${TEACHERS} first pulls`, 'p95', p95, 2000, 'ms'));
	figures.push(most(`${TEACHERS} first pulls`, 'errors', errors, 0, ''));

	await compare('whole pull', teacher, request);
	await compare('empty pull', teacher, nextRequest(request, answerOf(first)));
} finally {
	await server.remove();
	await postgres.stop();
}

for (const figure of figures) process.stdout.write(`${lineOf(figure)}\n`);
process.exit(figures.every(isWithin) ? 0 : 1);
