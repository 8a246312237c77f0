/**
 * `npm run bench push [people]`: a circular to 30,000 people on a PostgreSQL server started for the
 * occasion. In every inbox within 10 s; then on every phone through the queue, the database, the
 * encryption and HTTPS to a sink in another process, at 60 % or more of what a bare `sendNotification`
 * does in the same run, with memory flat. Killed workers are another test (tests/contract).
 */
import { kinds } from '$lib/core/notifications';
import { db, migrateToLatest, openPostgres, setRootDatabase } from '$lib/server/db';
import { startJobs } from '$lib/server/jobs';
import {
	messagesJobs,
	saveCircular,
	sendCircular,
	approveCircular,
	startCircular
} from '$lib/server/messages';
import { publishCircular } from '$lib/server/messages/publish.usecases';
import { notificationJobs, pushKeys, pushSender } from '$lib/server/notifications';
import { sql } from 'kysely';
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import https from 'node:https';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import webpush from 'web-push';
import { certificate } from '../tests/support/certificate';
import { runOn, startPostgres, urlOf } from '../tests/support/postgres';

const LEAST_SHARE = 0.6;
const LONGEST_INBOX_S = 10;
const MOST_GROWTH = 1.5;
/** Browsers with keys of their own; making 30,000 pairs would measure something else. */
const KEYS = 1000;
const AT_ONCE = 50;
const NOON = new Date('2027-09-15T10:00:00Z');

const mib = (bytes: number) => Math.round(bytes / 2 ** 20);

/** The sink: accepts and counts, in a process of its own so that it costs the sender nothing. */
function serveSink() {
	const pair = certificate();
	let count = 0;
	const server = https.createServer(pair, (request, response) => {
		request.resume().on('end', () => {
			count += 1;
			response.writeHead(201).end();
		});
	});
	server.listen(0, 'localhost', () =>
		process.send!({ port: (server.address() as { port: number }).port, ca: pair.cert })
	);
	process.on('message', () => process.send!({ count }));
}

async function startSink() {
	const child = fork(fileURLToPath(import.meta.url), [], { env: { ...process.env, SINK: '1' } });
	const next = <T>() => new Promise<T>((resolve) => child.once('message', resolve as never));
	const { port, ca } = await next<{ port: number; ca: string }>();
	return {
		origin: `https://localhost:${port}`,
		ca,
		count: async () => {
			const answer = next<{ count: number }>();
			child.send('count');
			return (await answer).count;
		},
		stop: () => child.kill()
	};
}

const browsers = Array.from({ length: KEYS }, () => {
	const pair = createECDH('prime256v1');
	pair.generateKeys();
	return {
		p256dh: pair.getPublicKey('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
});

/** Messages per second of `sendNotification` alone, connection kept and header signed once. */
async function bare(origin: string, ca: string, messages: number): Promise<number> {
	const keys = webpush.generateVAPIDKeys();
	const { publicKey, privateKey } = keys;
	const subject = 'mailto:root@localhost';
	const signed = webpush.getVapidHeaders(origin, subject, publicKey, privateKey, 'aes128gcm');
	const agent = new https.Agent({ keepAlive: true, maxSockets: AT_ONCE, ca });
	const payload = JSON.stringify(kinds['circular-published'].render(circularData));
	let sent = 0;
	const started = performance.now();
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			while (sent < messages) {
				const { p256dh, auth } = browsers[sent % KEYS]!;
				const endpoint = `${origin}/bare/${sent++}`;
				await webpush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, {
					...{ vapidDetails: null as never, headers: { Authorization: signed.Authorization } },
					...{ TTL: 60, agent }
				});
			}
		})
	);
	agent.destroy();
	return messages / ((performance.now() - started) / 1000);
}

const circularData = { circular: 'c', title: 'Mouvement 2028', readBefore: null, corrects: false };

async function somePeople(count: number, origin: string) {
	await sql`insert into academie (code, name, settings) values ('19', 'Reims', '{}')`.execute(db());
	const author = async (name: string) => {
		const { rows } = await sql<{ id: string }>`
			insert into account (id, academie_code, role, identifier, email, first_name, last_name)
			values (gen_random_uuid(), '19', 'gestionnaire', ${name}, ${name}, 'Anne', ${name})
			returning id`.execute(db());
		return {
			...{ id: rows[0]!.id, role: 'gestionnaire' as const, academie: '19', agentId: null },
			...{ uai: null, departement: null, firstName: 'Anne', lastName: name }
		};
	};
	await sql`
		insert into account (id, academie_code, role, identifier, email, first_name, last_name)
		select gen_random_uuid(), '19', 'enseignant', 'p' || n, 'p' || n, 'Anne', 'Sorel'
		from generate_series(1, ${count}) as n`.execute(db());
	const { id: key } = await pushKeys();
	await sql`
		insert into push_subscription (account_id, push_key_id, endpoint, p256dh, auth, seen_at)
		select id, ${key}, ${origin} || '/ours/' || row_number() over (),
			(${browsers.map(({ p256dh }) => p256dh)}::text[])[1 + (row_number() over ()) % ${KEYS}],
			(${browsers.map(({ auth }) => auth)}::text[])[1 + (row_number() over ()) % ${KEYS}], now()
		from account where role = 'enseignant'`.execute(db());
	await sql`analyze`.execute(db());
	return { one: await author('Ferrière'), two: await author('Aumont') };
}

const deps = { clock: { now: () => NOON }, newId: () => randomUUID() };

/** Seconds until the circular is in every inbox. */
async function publish(people: number, origin: string): Promise<number> {
	const { one, two } = await somePeople(people, origin);
	const id = await startCircular(one, deps);
	const audience = { roles: ['enseignant'] };
	const draft = { kind: 'correspondance', title: 'Mouvement 2028', body: 'Texte.' } as const;
	await saveCircular(
		one,
		id,
		{ ...draft, readBefore: null, deadlines: [], news: [], audience },
		deps
	);
	const asked = await sendCircular(one, id, null, deps);
	if (asked.ok && asked.value === 'to-approve') await approveCircular(two, id, deps);
	const started = performance.now();
	await publishCircular({ circular: id, at: NOON.toISOString() }, deps);
	const seconds = (performance.now() - started) / 1000;
	const { rows } = await sql<{ count: number }>`
		select count(distinct account_id) from notification where path like '%' || ${id}`.execute(db());
	if (rows[0]!.count !== people) throw new Error(`${rows[0]!.count} inboxes of ${people}`);
	// Planned for the noon of the bench, which no clock shows yet.
	await sql`update pgboss.job set start_after = now() where name = 'notifications.push'`.execute(
		db()
	);
	return seconds;
}

async function main(people: number) {
	const sink = await startSink();
	const server = await startPostgres();
	await runOn(server.url, 'create database bench');
	const database = openPostgres(urlOf(server.url, 'bench'));
	setRootDatabase(database.db);
	await migrateToLatest(database.db as never);
	const sender = pushSender({
		...{ subject: 'mailto:root@localhost', now: () => new Date() },
		...{ testOrigins: [sink.origin], ca: sink.ca }
	});
	const log = pino({ level: 'warn' });
	const jobs = await startJobs({
		...{ database, log },
		workers: [
			...messagesJobs(deps),
			...notificationJobs({ ...deps, sender, log, origin: sink.origin, deadlines: [], news: [] })
		],
		settings: { heartbeatSeconds: 30, monitorSeconds: 15, pollSeconds: 0.5 }
	});

	const inbox = await publish(people, sink.origin);
	await bare(sink.origin, sink.ca, KEYS);
	const first = await bare(sink.origin, sink.ca, people / 3);

	const before = await sink.count();
	const memory: number[] = [];
	const started = performance.now();
	await jobs.work();
	for (let left = people; left > 0; left = people - ((await sink.count()) - before)) {
		memory.push(process.memoryUsage().rss);
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	const ours = people / ((performance.now() - started) / 1000);
	const second = await bare(sink.origin, sink.ca, people / 3);
	const third = Math.ceil(memory.length / 3);
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [early, late] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(-third))];
	await jobs.stop();
	sender.close();
	await database.close();
	await server.stop();
	sink.stop();

	// The machine's mood changes: the bare pace is the mean of before and after.
	const share = ours / ((first + second) / 2);
	process.stdout.write(
		`${people} people\n` +
			`  every inbox            ${inbox.toFixed(1)} s\n` +
			`  bare sendNotification  ${Math.round(first)} then ${Math.round(second)} messages/s\n` +
			`  end to end             ${Math.round(ours)} messages/s, ${Math.round(share * 100)} %\n` +
			`  memory                 ${mib(early)} MiB in the second third, ${mib(late)} MiB in the last\n`
	);
	const good = inbox <= LONGEST_INBOX_S && share >= LEAST_SHARE && late <= early * MOST_GROWTH;
	process.exitCode = good ? 0 : 1;
}

if (process.env['SINK']) serveSink();
else await main(Number(process.argv[2] ?? 30_000));
