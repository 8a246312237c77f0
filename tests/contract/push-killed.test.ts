/**
 * A fan-out to 30,000 phones while the process that sends is killed with -9 twenty times; fewer of
 * both in an everyday run. Web Push has no acknowledgement that survives the sender: what was in
 * flight at a kill may go twice, and is counted; nothing else may, and nothing may be lost.
 */
import { db } from '$lib/server/db';
import { notificationJobs, notify, pushKeys } from '$lib/server/notifications';
import { sql } from 'kysely';
import { createECDH, randomBytes } from 'node:crypto';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, inject, test } from 'vitest';
import { certificate } from '../support/certificate';
import { startChild, type Child } from '../support/child';
import { useDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { useJobs } from '../support/jobs';
import { anAcademie } from '../support/people';
import { urlOf } from '../support/postgres';

/** The whole of it takes six minutes: `CARNET_FULL=1`. Every run keeps a smaller one. */
const FULL = process.env.CARNET_FULL === '1';
const PHONES = FULL ? 30_000 : 2000;
const KILLS = FULL ? 20 : 3;
/** Two jobs of a hundred are in hand at once. */
const IN_FLIGHT = 200;

const idle = { send: async () => 'accepted' as const, close: () => {} };
const clock = { now: () => new Date() };

useDatabase();
useJobs(
	() =>
		notificationJobs({
			...{ sender: idle, clock, deadlines: [], news: [], origin: 'https://carnet.example' },
			log: { error: () => {} } as never
		}),
	false
);

/** Counts what each phone's address receives. */
async function startSink() {
	const pair = certificate();
	const received = new Map<string, number>();
	let total = 0;
	const server = https.createServer(pair, (request, response) => {
		request.resume().on('end', () => {
			total += 1;
			received.set(request.url!, (received.get(request.url!) ?? 0) + 1);
			response.writeHead(201).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
	const close = () => {
		server.closeAllConnections();
		server.close();
		pair.remove();
	};
	return { origin, certFile: pair.certFile, ca: pair.cert, received, total: () => total, close };
}

async function somePhones(origin: string): Promise<string[]> {
	const academie = await anAcademie();
	const { rows } = await sql<{ id: string }>`
		insert into account (id, academie_code, role, identifier, email, first_name, last_name)
		select gen_random_uuid(), ${academie}, 'enseignant', 'essai' || n, 'essai' || n || '@example.org',
			'Anne', 'Sorel'
		from generate_series(1, ${PHONES}) as n returning id`.execute(db());
	const { id: key } = await pushKeys();
	const pair = createECDH('prime256v1');
	const [p256dh, auth] = [pair.generateKeys('base64url'), randomBytes(16).toString('base64url')];
	await sql`
		insert into push_subscription (account_id, push_key_id, endpoint, p256dh, auth, seen_at)
		select id, ${key}, ${origin} || '/' || id, ${p256dh}, ${auth}, now()
		from account where role = 'enseignant'`.execute(db());
	await sql`analyze`.execute(db());
	return rows.map(({ id }) => id);
}

const running: Child[] = [];
afterAll(() => Promise.all(running.map((child) => child.kill())));

test(`${KILLS} kills during a fan-out of ${PHONES}: none lost, and only what was in flight comes twice`, async () => {
	const prepared = inject('testDatabase');
	if (prepared.engine !== 'postgresql') throw new Error('this test needs a server');
	const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db());
	const url = urlOf(prepared.admin, rows[0]!.name);
	const sink = await startSink();
	const to = await somePhones(sink.origin);
	const data = { circular: 'c1', title: 'Mouvement 2028', readBefore: null, corrects: false };
	await sql`
		insert into personal_row (account_id, type, id, version, rev, body)
		select id, 'notification-settings', id, gen_random_uuid(), 0, '{"quiet": false}' from account`.execute(
		db()
	);
	await notify({ kind: 'circular-published', key: 'c1', to, data }, { clock });

	const start = async () => {
		const child = startChild('tests/support/push-worker.ts', url, sink.origin, sink.ca);
		running.push(child);
		await child.prints('working');
		return child;
	};
	for (let kill = 1; kill <= KILLS; kill++) {
		const child = await start();
		const goal = Math.floor((kill * PHONES) / (KILLS + 2));
		await eventually(() => sink.total() >= goal, 60_000);
		await child.kill();
	}
	const last = await start();
	await eventually(() => sink.received.size === PHONES, 120_000);
	const left = sql<{ count: number }>`
		select count(*) from pgboss.job where name = 'notifications.push' and state <> 'completed'`;
	await eventually(async () => (await left.execute(db())).rows[0]!.count === 0, 120_000);
	await last.kill();

	const times = [...sink.received.values()];
	const doubles = sink.total() - PHONES;
	sink.close();
	expect(times).toHaveLength(PHONES);
	expect(Math.max(...times)).toBeLessThanOrEqual(KILLS);
	expect(doubles).toBeLessThanOrEqual(KILLS * IN_FLIGHT);
	process.stdout.write(`${PHONES} phones, ${KILLS} kills: 0 lost, ${doubles} sent twice\n`);
}, 600_000);
