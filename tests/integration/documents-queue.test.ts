/** The phone's own queue, over a real IndexedDB implementation, against the product's own server. */
import { DepositBox, sendDeposits, type KeptDeposit } from '$lib/client/documents';
import { LocalDatabase } from '$lib/client/db';
import type { Fetch } from '$lib/client/http';
import type { Deposit } from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { documentsJobs, documentsOf, openPiece } from '$lib/server/documents';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { randomBytes } from 'node:crypto';
import { serialize } from 'node:v8';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { depositFetch } from '../support/documents/deposit-server';
import { aDeposit, startDocuments } from '../support/documents/documents';
import { useJobs } from '../support/jobs';
import { aTeacher } from '../support/people';

useDatabase();
const documents = startDocuments();
useJobs(() => documentsJobs(documents.deps), false);
afterAll(documents.remove);

const CANARY = 'Canari-12-rue-des-Essais';
let teacher: SessionUser;
let disk: IDBFactory;
let db: LocalDatabase;
let box: DepositBox;
let server: Fetch;

beforeEach(async () => {
	teacher = await aTeacher();
	disk = new IDBFactory();
	open();
	server = depositFetch(
		() => teacher,
		() => documents.deps
	);
});

/** The phone's process; its disk stays from one to the next. */
function open(): void {
	const options = { indexedDB: disk, IDBKeyRange };
	db = new LocalDatabase('person', options);
	box = new DepositBox(db, options);
}

const send = (fetch: Fetch) => sendDeposits({ box, fetch, onReceived: () => {} });

async function keep(bytes: Buffer, changes: object = {}): Promise<Deposit> {
	const deposit = aDeposit(bytes, changes) as unknown as Deposit;
	await box.keep(deposit, new Uint8Array(bytes));
	return deposit;
}

const statesOf = (entries: readonly KeptDeposit[]) => entries.map(({ state }) => state);

async function storedOnPhone(): Promise<Buffer> {
	const names = (await disk.databases()).map(({ name }) => name!);
	const parts: Buffer[] = [];
	for (const name of names) {
		const opened = await new Promise<IDBDatabase>((resolve) => {
			const request = disk.open(name);
			request.onsuccess = () => resolve(request.result);
		});
		for (const store of opened.objectStoreNames) {
			const rows = await new Promise((resolve) => {
				const request = opened.transaction(store).objectStore(store).getAll();
				request.onsuccess = () => resolve(request.result);
			});
			parts.push(serialize(rows));
		}
		opened.close();
	}
	return Buffer.concat(parts);
}

describe('on the phone', () => {
	test('neither the bytes nor what they are can be read', async () => {
		await keep(Buffer.from(`%PDF-1.7 ${CANARY}`), { name: 'Divorce.pdf' });
		const stored = await storedOnPhone();
		expect(stored.length).toBeGreaterThan(100);
		expect(stored.includes(CANARY)).toBe(false);
		expect(stored.includes('Divorce')).toBe(false);
		expect(stored.includes('justificatif-domicile')).toBe(false);
	});

	test('a piece is still there after the application is closed', async () => {
		const bytes = randomBytes(5000);
		const { id } = await keep(bytes);
		box.close();
		db.close();
		open();
		expect(Buffer.from((await box.bytesOf(id))!).equals(bytes)).toBe(true);
	});
});

describe('sending', () => {
	test('several pieces arrive in the order they were made, and then only leave the phone', async () => {
		const made = [await keep(randomBytes(700_000)), await keep(randomBytes(10))];
		const order: string[] = [];
		const watched: Fetch = async (input, init) => {
			const answer = await server(input, init);
			if (String(input) === '/api/v1/documents') {
				order.push((JSON.parse(String(init!.body)) as { deposit: Deposit }).deposit.id);
			}
			return answer;
		};
		expect((await send(watched)).ok).toBe(true);
		expect(order).toEqual(made.map(({ id }) => id));
		expect(statesOf(await box.all())).toEqual(['sent', 'sent']);
		expect(await box.bytesOf(made[0]!.id)).toBeNull();
		expect((await documentsOf(teacher.id)).map(({ sha256 }) => sha256).sort()).toEqual(
			made.map(({ sha256 }) => sha256).sort()
		);
	});

	test('cut twenty times, it ends with the same bytes, none sent twice', async () => {
		const bytes = randomBytes(2_900_000);
		const { id } = await keep(bytes);
		let cuts = 0;
		let sent = 0;
		/** A line that breaks in the middle of a part, the server having received some of it. */
		const breaking: Fetch = async (input, init) => {
			const body = init?.body as Uint8Array<ArrayBuffer> | undefined;
			if (init?.method === 'PATCH' && body && cuts < 20) {
				cuts++;
				const half = body.subarray(0, Math.max(1, Math.floor(body.length * ((cuts % 4) / 4))));
				sent += half.length;
				await server(input, { ...init, body: half });
				throw new TypeError('network');
			}
			sent += body instanceof Uint8Array ? body.length : 0;
			return server(input, init);
		};
		for (let attempt = 0; attempt < 20; attempt++) {
			expect((await send(breaking)).ok).toBe(false);
			if (attempt % 5 === 0) {
				box.close();
				db.close();
				open();
			}
		}
		expect((await send(breaking)).ok).toBe(true);
		expect(cuts).toBe(20);
		expect(sent).toBe(bytes.length);
		const opened = await openPiece({ user: teacher, id, purpose: null }, documents.deps);
		expect(opened.ok && opened.value.bytes.equals(bytes)).toBe(true);
	});

	const page = (status: number, headers: Record<string, string> = {}) =>
		new Response('<html>Connectez-vous au Wi-Fi</html>', { status, headers });
	test.each<[string, () => Response]>([
		['200 and a page of the web', () => page(200, { 'content-type': 'text/html' })],
		['201 and an address elsewhere', () => page(201, { location: 'https://portail.example/x' })],
		[
			'204 and a plausible offset',
			() => new Response(null, { status: 204, headers: { 'upload-offset': '10' } })
		],
		['200 and JSON that is not ours', () => Response.json({ id: 'x', sha256: 'y' })],
		[
			'our mark and an impossible offset',
			() => page(200, { 'x-carnet': '1', 'upload-offset': '999999999', location: '/x' })
		],
		['502', () => page(502)]
	])('a line that answers %s sends nothing and loses nothing', async (_name, answer) => {
		await keep(randomBytes(100));
		expect((await send(async () => answer())).ok).toBe(false);
		expect(statesOf(await box.all())).toEqual(['waiting']);
		expect((await send(server)).ok).toBe(true);
	});

	test('a receipt for other bytes is no receipt', async () => {
		const { id } = await keep(randomBytes(100));
		const lying: Fetch = async (input, init) =>
			String(input) === '/api/v1/documents'
				? Response.json({ id, sha256: '0'.repeat(64) }, { headers: { 'x-carnet': '1' } })
				: server(input, init);
		expect((await send(lying)).ok).toBe(false);
		expect(statesOf(await box.all())).toEqual(['waiting']);
	});

	test('a refusal waits for the person, and does not hold back the next', async () => {
		await keep(randomBytes(100), { name: '../a.pdf' });
		await keep(randomBytes(100));
		expect((await send(server)).ok).toBe(true);
		const entries = await box.all();
		expect(statesOf(entries)).toEqual(['attention', 'sent']);
		expect(entries[0]!.code).toBe('documents.bad-name');
	});

	test('an upload the server has forgotten starts again from the first byte', async () => {
		const bytes = randomBytes(1000);
		const { id } = await keep(bytes);
		await box.note(id, { upload: '01924d3c-0000-7000-8000-0000000000ff', sentBytes: 500 });
		expect((await send(server)).ok).toBe(true);
		expect(statesOf(await box.all())).toEqual(['sent']);
	});

	test('killed between the last byte and the receipt, it is deposited once', async () => {
		await keep(randomBytes(1000));
		const silent: Fetch = async (input, init) => {
			const answer = await server(input, init);
			if (String(input) === '/api/v1/documents') throw new TypeError('network');
			return answer;
		};
		expect((await send(silent)).ok).toBe(false);
		expect((await send(server)).ok).toBe(true);
		expect(await documentsOf(teacher.id)).toHaveLength(1);
	});
});
