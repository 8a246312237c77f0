/**
 * A piece sent to the product's own server over a line cut twenty times, the server killed (`kill -9`)
 * at four of these cuts: the same bytes at the end, and none of them readable on its disk meanwhile.
 * By the phone's own queue, then by the tus project's client, which knows nothing of ours.
 */
import { DepositBox, sendDeposits } from '$lib/client/documents';
import { LocalDatabase } from '$lib/client/db';
import type { Fetch } from '$lib/client/http';
import type { Deposit } from '$lib/core/documents';
import { openSession, sessionCookie } from '$lib/server/identity';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as tus from 'tus-js-client';
import { afterEach, expect, test } from 'vitest';
import { breakingLine } from '../support/breaking-line';
import { aDeposit } from '../support/documents/documents';
import { filesWithCanary, pdfWithCanaries } from '../support/documents/canary';
import { soundPdf } from '../support/documents/hostile-pdfs';
import { aTeacher } from '../support/people';
import { onEmbedded, onPostgres, type KilledStore } from '../sync/killed-store';

const BYTES = 2_990_000;
const CUTS = 20;
const KILL_EVERY = 5;
const DEPOSITS = '/api/v1/documents/depots';

interface Sending {
	readonly fetch: Fetch;
	readonly origin: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly bytes: Buffer;
	readonly deposit: Deposit;
}

/** The phone: it closes and opens again at each cut, and tries until it has its receipt. */
async function byOurQueue({ fetch, bytes, deposit }: Sending): Promise<void> {
	const disk = { indexedDB: new IDBFactory(), IDBKeyRange };
	const open = () => {
		const db = new LocalDatabase('person', disk);
		return { db, box: new DepositBox(db, disk) };
	};
	let phone = open();
	await phone.box.keep(deposit, new Uint8Array(bytes));
	for (let sent = false; !sent;) {
		({ ok: sent } = await sendDeposits({ box: phone.box, fetch, onReceived: () => {} }));
		const [kept] = await phone.box.all();
		expect(kept!.state).toBe(sent ? 'sent' : 'waiting');
		phone.box.close();
		phone.db.close();
		phone = open();
	}
}

async function byTusClient({ fetch, origin, headers, bytes, deposit }: Sending): Promise<void> {
	const url = await new Promise<string>((resolve, reject) => {
		const upload = new tus.Upload(bytes, {
			...{ endpoint: `${origin}${DEPOSITS}`, headers, chunkSize: 1_000_000 },
			retryDelays: Array.from({ length: 200 }, () => 100),
			onError: reject,
			onSuccess: () => resolve(upload.url!)
		});
		upload.start();
	});
	const body = JSON.stringify({ upload: new URL(url).pathname.split('/').at(-1), deposit });
	const receipt = await fetch('/api/v1/documents', {
		...{ method: 'POST', headers: { 'content-type': 'application/json' }, body }
	});
	expect(await receipt.json()).toMatchObject({ id: deposit.id, sha256: deposit.sha256 });
}

let store: KilledStore;
afterEach(() => store.remove());

test.each([
	['the phone’s own queue, on the embedded database', onEmbedded, byOurQueue],
	['the client of the tus project, on a PostgreSQL server', onPostgres, byTusClient]
])('%s ends with the same bytes', { timeout: 300_000 }, async (_name, place, send) => {
	store = await place();
	const { server } = store;
	const folder = server.data.env.DATA_DIR!;
	const session = await store.look(async () =>
		openSession(await aTeacher(), { factor: 'password', at: new Date(), device: 'Test' })
	);
	await server.start();
	const bytes = pdfWithCanaries(await soundPdf(), BYTES);
	const readable: string[] = [];
	let kills = 0;
	const line = await breakingLine({
		...{ port: server.port, breaks: CUTS, every: Math.floor(BYTES / (CUTS + 1)) },
		onBreak: async (rank) => {
			if (rank % KILL_EVERY !== 0) return;
			kills++;
			await server.kill();
			readable.push(...filesWithCanary(folder));
			await server.start();
		}
	});
	const headers = { cookie: `${sessionCookie.name}=${session}`, origin: server.origin };
	const through =
		(origin: string): Fetch =>
		(path, init = {}) =>
			fetch(`${origin}${String(path)}`, {
				...init,
				headers: { ...(init.headers as Record<string, string>), ...headers }
			});
	const deposit = aDeposit(bytes) as unknown as Deposit;
	try {
		const about = { headers, bytes, deposit, origin: line.origin };
		await send({ ...about, fetch: through(line.origin) });
	} finally {
		line.close();
	}
	expect({ cuts: line.breaks, kills }).toEqual({ cuts: CUTS, kills: CUTS / KILL_EVERY });
	const opened = await through(server.origin)(`/api/v1/documents/${deposit.id}`);
	expect(opened.status).toBe(200);
	expect(bytes.equals(Buffer.from(await opened.arrayBuffer()))).toBe(true);
	expect([...readable, ...filesWithCanary(folder)]).toEqual([]);
});
