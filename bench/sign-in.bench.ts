/**
 * `npm run bench sign-in [times]`: as many sign-ins with a name that exists as with one that does not,
 * in turn, all with a wrong password. Prints what a stranger could measure, and fails when a try on a
 * known name is recognised from its time better than a coin would.
 */
import { uuidv7 } from '$lib/core/shared';
import { databaseOver, db, migrateToLatest, openInMemory, setRootDatabase } from '$lib/server/db';
import { hashPassword, signIn } from '$lib/server/identity';
import { randomBytes } from 'node:crypto';
import { testSettings } from '../tests/support/settings.js';

/** How far from one chance in two a guess from the time may be. */
const MOST_ADVANTAGE = 0.05;

Object.assign(process.env, testSettings);
const deps = {
	clock: { now: () => new Date() },
	newId: () => uuidv7(Date.now(), randomBytes(10))
};

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Chances that a known name takes longer than an unknown one: 0.5 when nothing shows (Mann–Whitney). */
function chancesOfLonger(known: number[], unknown: number[]): number {
	const all = [
		...known.map((ms) => ({ ms, known: true })),
		...unknown.map((ms) => ({ ms, known: false }))
	].sort((a, b) => a.ms - b.ms);
	let rankSum = 0;
	all.forEach((one, index) => {
		if (one.known) rankSum += index + 1;
	});
	const n = known.length;
	return (rankSum - (n * (n + 1)) / 2) / (n * unknown.length);
}

async function people(times: number): Promise<string[]> {
	const password_hash = await hashPassword('cartable-horizon-tilleul');
	await db().insertInto('academie').values({ code: '19', name: 'Reims', settings: '{}' }).execute();
	const names: string[] = [];
	for (let i = 0; i < times; i++) {
		const name = randomBytes(8).toString('hex');
		names.push(name);
		await db()
			.insertInto('account')
			.values({
				...{ id: deps.newId(), academie_code: '19', role: 'enseignant', password_hash },
				...{ identifier: name, email: `${name}@example.org`, password_marks: null },
				...{ first_name: 'Anne', last_name: 'Sorel' }
			})
			.execute();
	}
	return names;
}

let caller = 0;
async function timeOf(name: string): Promise<{ ms: number; answer: string }> {
	caller += 1;
	const address = `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`;
	const client = { address, device: 'Banc', deviceToken: null, sessionId: null };
	const started = performance.now();
	const result = await signIn({ name, password: 'un-autre-mot-de-passe', client }, deps);
	return { ms: performance.now() - started, answer: JSON.stringify(result) };
}

async function main(times: number): Promise<boolean> {
	const embedded = await openInMemory();
	const database = databaseOver(embedded.pool);
	setRootDatabase(database);
	await migrateToLatest(database as never);
	const names = await people(times);
	await timeOf('personne');
	const known: number[] = [];
	const unknown: number[] = [];
	const answers = new Set<string>();
	for (const name of names) {
		// In turn, so that whatever slows the machine slows both.
		const first = await timeOf(name);
		const second = await timeOf(randomBytes(8).toString('hex'));
		known.push(first.ms);
		unknown.push(second.ms);
		answers.add(first.answer).add(second.answer);
	}
	const chances = chancesOfLonger(known, unknown);
	process.stdout.write(
		`${times} sign-ins with a known name    median ${median(known).toFixed(2)} ms\n` +
			`${times} sign-ins with an unknown one  median ${median(unknown).toFixed(2)} ms\n` +
			`a known name takes longer ${(chances * 100).toFixed(1)} % of the time\n` +
			`different answers: ${answers.size}\n`
	);
	await database.destroy();
	await embedded.close();
	return answers.size === 1 && Math.abs(chances - 0.5) <= MOST_ADVANTAGE;
}

process.exit((await main(Number(process.argv[2] ?? 1000))) ? 0 : 1);
