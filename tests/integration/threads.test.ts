/** Exchanges between a person and their service, the product's own client against its server. */
import { reportMistake } from '$lib/client/career';
import { messagesNow, replyTo, writeToService } from '$lib/client/messages/threads';
import type { SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { answerThread, closeThread, listThreads, readThread } from '$lib/server/messages';
import { tellOfMessages } from '$lib/server/messages/threads/threads.usecases';
import { inbox, notificationJobs } from '$lib/server/notifications';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice, type Device } from '../support/device';
import { useJobs } from '../support/jobs';
import { anAccount, aTeacher } from '../support/people';
import { serverFetch } from '../support/sync-server';

const clock = { now: () => new Date('2027-09-15T10:00:00Z') };
const deps = { clock, newId: () => randomUUID() };

useDatabase();
useJobs(
	() =>
		notificationJobs({
			...{ clock, deadlines: [], news: [], origin: 'https://carnet.example' },
			sender: { send: async () => 'accepted', close: () => {} },
			log: { error: () => {} } as never
		}),
	false
);
beforeEach(async () => {
	await sql`truncate account cascade`.execute(db());
});

const phoneOf = (user: SessionUser): Device =>
	startDevice({ personId: user.id, fetch: serverFetch(() => user) });

const titles = async ({ id }: SessionUser) =>
	(await inbox(id)).map(({ title, body, path }) => `${title} ${body} ${path}`);

async function aQuestion(phone: Device): Promise<string> {
	await phone.engine.run();
	const written = await writeToService(phone.writer, { title: 'Congé', text: 'Une question.' });
	if (!written.ok) throw new Error(written.error.code);
	return written.value;
}

test('written without the network, it reaches the service once, and the answer the phone', async () => {
	const [teacher, staff] = [await aTeacher(), await anAccount({ role: 'gestionnaire' })];
	const phone = phoneOf(teacher);
	const thread = await aQuestion(phone);
	expect(await listThreads(staff)).toEqual([]);
	expect((await messagesNow(phone.db, thread))[0]!.sentAt).toBeNull();
	await phone.engine.run();
	await phone.engine.run();
	expect(await listThreads(staff)).toMatchObject([{ title: 'Congé', waiting: true }]);

	await tellOfMessages(deps);
	await tellOfMessages(deps);
	expect(await titles(staff)).toEqual([`Nouveau message De Anne Sorel /echanges/${thread}`]);

	expect((await answerThread(staff, { thread, text: 'Voici.', files: [] }, deps)).ok).toBe(true);
	await tellOfMessages(deps);
	expect(await titles(teacher)).toEqual([
		`Nouveau message De Anne Sorel /messages/echanges/${thread}`
	]);
	await phone.engine.run();
	const words = await messagesNow(phone.db, thread);
	expect(words.map(({ text, fromService }) => [text, fromService])).toEqual([
		['Une question.', false],
		['Voici.', true]
	]);
	expect(await listThreads(staff)).toMatchObject([{ waiting: false }]);
});

test('an error report opens an exchange that the service answers', async () => {
	const [teacher, staff] = [await aTeacher(), await anAccount({ role: 'gestionnaire' })];
	const phone = phoneOf(teacher);
	await phone.engine.run();
	await reportMistake(phone.writer, { subject: 'echelon', message: 'Je suis au 9e échelon.' });
	await phone.engine.run();
	const [thread] = await listThreads(staff);
	expect(thread).toMatchObject({
		...{ about: 'record-error', waiting: true },
		title: 'Erreur signalée\u00a0: échelon, grade ou corps'
	});
	expect((await messagesNow(phone.db, thread!.id))[0]!.text).toBe('Je suis au 9e échelon.');
});

test('a question about a request is tied to it, for the service to open', async () => {
	const [teacher, staff] = [await aTeacher(), await anAccount({ role: 'gestionnaire' })];
	const phone = phoneOf(teacher);
	await phone.engine.run();
	const file = randomUUID();
	const question = { title: 'Ma demande', text: 'Est-elle complète\u202f?', file };
	const written = await writeToService(phone.writer, question);
	if (!written.ok) throw new Error(written.error.code);
	await phone.engine.run();
	const read = await readThread(staff, written.value, deps);
	expect(read.ok && read.value).toMatchObject({ about: 'file', aboutId: file });
});

test('to write again opens a closed exchange', async () => {
	const [teacher, staff] = [await aTeacher(), await anAccount({ role: 'gestionnaire' })];
	const phone = phoneOf(teacher);
	const thread = await aQuestion(phone);
	await phone.engine.run();
	await closeThread(staff, thread);
	expect(await listThreads(staff)).toMatchObject([{ closed: true }]);
	await phone.engine.run();
	await replyTo(phone.writer, thread, 'Encore une chose.');
	await phone.engine.run();
	expect(await listThreads(staff)).toMatchObject([{ closed: false, waiting: true }]);
});

test('another académie or département neither reads nor answers it, and nobody else writes in it', async () => {
	const [teacher, staff] = [await aTeacher(), await anAccount({ role: 'gestionnaire' })];
	const phone = phoneOf(teacher);
	const thread = await aQuestion(phone);
	await phone.engine.run();
	for (const stranger of [
		{ ...staff, academie: '10' },
		{ ...staff, departement: '008' }
	]) {
		expect((await readThread(stranger, thread, deps)).ok).toBe(false);
		expect((await answerThread(stranger, { thread, text: 'Non.', files: [] }, deps)).ok).toBe(
			false
		);
		expect(await listThreads(stranger)).toEqual([]);
	}
	expect((await readThread({ ...staff, departement: '051' }, thread, deps)).ok).toBe(true);
	const intruder = await aTeacher();
	const theirs = startDevice({
		personId: intruder.id,
		fetch: serverFetch(
			() => intruder,
			() => {}
		)
	});
	await theirs.engine.run();
	await replyTo(theirs.writer, thread, 'Je m’invite.');
	await theirs.engine.run();
	const read = await readThread(staff, thread, deps);
	expect(read.ok && read.value.messages).toHaveLength(1);
});
