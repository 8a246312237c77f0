/** Whole phones against the whole server: what a person writes, loses the network with, and finds again. */
import { careerNoteEntity, deleteNote, reportError, writeNote } from '$lib/core/career';
import type { SessionUser } from '$lib/core/identity';
import { addDeadline, editDeadline, personalDeadlineEntity } from '$lib/core/messages';
import { bodiesOf, bodyOf } from '$lib/client/db';
import { perform } from '$lib/client/sync';
import type { Fetch } from '$lib/client/http';
import { db } from '$lib/server/db';
import { listDevices, revokeDevice } from '$lib/server/sync';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice, stopDevice, type Device } from '../support/device';
import { aTeacher } from '../support/people';
import { serverFetch } from '../support/sync-server';

useDatabase();
const started: Device[] = [];
afterEach(() => started.splice(0).forEach(stopDevice));

function phone(user: SessionUser, fetch: Fetch = serverFetch(() => user)): Device {
	const device = startDevice({ personId: user.id, fetch });
	started.push(device);
	return device;
}

const states = async (device: Device) =>
	(await device.db.outbox.orderBy('ordinal').toArray()).map(({ state }) => state);
const textOf = async (device: Device, id: string) =>
	(await bodyOf(device.db, careerNoteEntity, id))?.text ?? null;
const write = (device: Device, id: string, text: string) =>
	perform(device.writer, writeNote, { id, title: '', text });

const noNetwork: Fetch = () => Promise.reject(new TypeError('offline'));

test('a note written without the network is shown at once, waits, then is sent with a receipt', async () => {
	const user = await aTeacher();
	let network: Fetch = noNetwork;
	const device = phone(user, (...args) => network(...args));
	const id = randomUUID();
	await write(device, id, 'bonjour');
	await device.engine.run();
	expect(await textOf(device, id)).toBe('bonjour');
	expect(await states(device)).toEqual(['waiting']);
	expect(await device.db.read('sync')).toEqual({ state: 'offline', lastSuccess: null });

	network = serverFetch(() => user);
	await device.engine.run();
	const [entry] = await device.db.outbox.toArray();
	expect(entry).toMatchObject({ state: 'sent', receipt: expect.stringMatching(/^C-/) });
	expect((await device.db.read('sync'))?.state).toBe('up-to-date');

	const other = phone(user);
	await other.engine.run();
	expect(await textOf(other, id)).toBe('bonjour');
});

test('an answer lost on the way back does not write twice', async () => {
	const user = await aTeacher();
	const real = serverFetch(() => user);
	let lose = true;
	const device = phone(user, async (...args) => {
		const response = await real(...args);
		if (lose && String(args[0]).endsWith('/push')) throw new TypeError('cut');
		return response;
	});
	lose = false;
	await device.engine.run();
	await perform(device.writer, reportError, { id: randomUUID(), subject: 'autre', message: 'm' });
	lose = true;
	await device.engine.run();
	expect(await states(device)).toEqual(['waiting']);
	lose = false;
	await device.engine.run();
	expect(await states(device)).toEqual(['sent']);
	const { rows } = await sql`select 1 from career_report where account_id = ${user.id}`.execute(
		db()
	);
	expect(rows).toHaveLength(1);
});

test('two phones on one note: the second is shown both versions and loses nothing', async () => {
	const user = await aTeacher();
	const [a, b] = [phone(user), phone(user)];
	const id = randomUUID();
	await write(a, id, 'commun');
	await a.engine.run();
	await b.engine.run();
	await write(a, id, 'de A');
	await write(b, id, 'de B');
	await a.engine.run();
	await b.engine.run();
	const [entry] = await b.db.outbox.where({ state: 'attention' }).toArray();
	expect(entry).toMatchObject({ mine: { text: 'de B' }, theirs: { text: 'de A' } });
	expect(await textOf(b, id)).toBe('de A');
});

test('two phones on one deadline: different fields both hold', async () => {
	const user = await aTeacher();
	const [a, b] = [phone(user), phone(user)];
	const id = randomUUID();
	await perform(a.writer, addDeadline, { id, title: 'Avis', date: '2026-12-04' as never });
	await a.engine.run();
	await b.engine.run();
	await perform(a.writer, editDeadline, { id, fields: { done: true } });
	await perform(b.writer, editDeadline, { id, fields: { title: 'Avis final' } });
	await a.engine.run();
	await b.engine.run();
	await a.engine.run();
	for (const device of [a, b]) {
		const [deadline] = await bodiesOf(device.db, personalDeadlineEntity);
		expect(deadline).toMatchObject({ title: 'Avis final', done: true });
	}
});

test('what waits stays on screen over what arrives from elsewhere', async () => {
	const user = await aTeacher();
	const [a, b] = [phone(user), phone(user)];
	const id = randomUUID();
	await perform(a.writer, addDeadline, { id, title: 'Un', date: '2026-12-04' as never });
	await a.engine.run();
	await b.engine.run();
	const pulling = serverFetch(() => user);
	const offlinePush = phone(user, (...args) =>
		String(args[0]).endsWith('/push') ? noNetwork(...args) : pulling(...args)
	);
	await offlinePush.engine.run();
	await perform(offlinePush.writer, editDeadline, { id, fields: { done: true } });
	await perform(a.writer, editDeadline, { id, fields: { title: 'Deux' } });
	await a.engine.run();
	await offlinePush.engine.run();
	const [before] = await bodiesOf(offlinePush.db, personalDeadlineEntity);
	expect(before).toMatchObject({ title: 'Un', done: true });
});

test('a session that ends pauses and keeps; signing in again goes on', async () => {
	const user = await aTeacher();
	let session: SessionUser | null = user;
	const device = phone(
		user,
		serverFetch(() => session)
	);
	await device.engine.run();
	session = null;
	await write(device, randomUUID(), 'plus tard');
	await device.engine.run();
	expect((await device.db.read('sync'))?.state).toBe('signed-out');
	expect(await states(device)).toEqual(['waiting']);
	session = await aTeacher();
	await device.engine.run();
	expect(await states(device)).toEqual(['waiting']);
	session = user;
	await device.engine.run();
	expect(await states(device)).toEqual(['sent']);
});

test('a deleted note disappears everywhere', async () => {
	const user = await aTeacher();
	const [a, b] = [phone(user), phone(user)];
	const id = randomUUID();
	await write(a, id, 'à jeter');
	await a.engine.run();
	await b.engine.run();
	await perform(a.writer, deleteNote, { id });
	expect(await textOf(a, id)).toBeNull();
	await a.engine.run();
	await b.engine.run();
	expect(await textOf(b, id)).toBeNull();
});

test('last night’s backup restored: what was acknowledged since is sent again and comes back', async () => {
	const user = await aTeacher();
	const device = phone(user);
	const id = randomUUID();
	await write(device, id, 'avant');
	await device.engine.run();
	await write(device, id, 'après');
	await device.engine.run();
	expect(await states(device)).toEqual(['sent', 'sent']);

	// The backup knows the first write only.
	const [first, second] = await device.db.outbox.orderBy('ordinal').toArray();
	await sql`delete from sync_mutation where id = ${second!.id}`.execute(db());
	await sql`
		update personal_row set version = ${first!.id}, rev = 1,
			body = jsonb_set(body, '{text}', '"avant"') where id = ${id}`.execute(db());
	await sql`update sync_stream set head = 1 where stream = ${`user:${user.id}`}`.execute(db());
	await sql`update installation set epoch = gen_random_uuid()`.execute(db());

	await device.engine.run();
	expect(await states(device)).toEqual(['sent', 'sent']);
	expect(await textOf(device, id)).toBe('après');
	const fresh = phone(user);
	await fresh.engine.run();
	expect(await textOf(fresh, id)).toBe('après');
});

test('a device revoked from another one erases everything at its first contact, session or not', async () => {
	for (const sessionLeft of [true, false]) {
		const user = await aTeacher();
		let session: SessionUser | null = user;
		const lost = phone(
			user,
			serverFetch(() => session)
		);
		await lost.engine.run();
		const [device] = await listDevices(user);
		await revokeDevice(user, device!.id);
		if (!sessionLeft) session = null;
		await lost.engine.run();
		const names = (await lost.disk.databases()).map(({ name }) => name);
		expect(names).toEqual([]);
	}
});
