/** Files joined to circulars and exchanges: looked at, sealed, opened by those they are meant for. */
import { messagesNow, writeToService } from '$lib/client/messages/threads';
import { myCircularsNow } from '$lib/client/messages/circulars';
import type { SessionUser } from '$lib/core/identity';
import type { CircularDraft } from '$lib/core/messages';
import { db } from '$lib/server/db';
import { checkDocument } from '$lib/server/documents/check.usecases';
import { documentsJobs } from '$lib/server/documents';
import { readersOf } from '$lib/server/identity';
import {
	answerThread,
	attachmentsOfCircular,
	listThreads,
	messagesJobs,
	openAttachment,
	readThread,
	saveCircular,
	sealFiles,
	sendCircular,
	startCircular
} from '$lib/server/messages';
import { tidyAttachments } from '$lib/server/messages/attachments/attachments.usecases';
import { publishCircular } from '$lib/server/messages/publish.usecases';
import { notificationJobs } from '$lib/server/notifications';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice, type Device } from '../support/device';
import { deposit, startDocuments } from '../support/documents/documents';
import { hostilePdfs, soundPdf } from '../support/documents/hostile-pdfs';
import { useJobs } from '../support/jobs';
import { anAccount, aTeacher } from '../support/people';
import { serverFetch } from '../support/sync-server';

useDatabase();
const documents = startDocuments();
const { deps } = documents;
useJobs(
	() => [
		...documentsJobs(deps),
		...messagesJobs(deps),
		...notificationJobs({
			...{ clock: deps.clock, deadlines: [], news: [], origin: 'https://carnet.example' },
			sender: { send: async () => 'accepted', close: () => {} },
			log: { error: () => {} } as never
		})
	],
	false
);
afterAll(documents.remove);

let sound: Buffer;
let [author, teacher, other]: SessionUser[] = [];
beforeAll(async () => {
	sound = await soundPdf();
});
beforeEach(async () => {
	await sql`truncate account cascade`.execute(db());
	author = await anAccount({ role: 'gestionnaire' });
	teacher = await aTeacher();
	other = await anAccount({ role: 'chef' });
});

const draft: CircularDraft = {
	...{ kind: 'correspondance', title: 'Liste d’aptitude', body: 'Voir le formulaire joint.' },
	...{ readBefore: null, deadlines: [], audience: { roles: ['enseignant'] } }
};

const codeOf = (result: { ok: boolean; error?: { code: string } }) =>
	result.ok ? 'ok' : result.error?.code;

async function sealed(name = 'Formulaire.pdf') {
	const files = await sealFiles(author!, [{ name, content: sound }], deps);
	if (!files.ok) throw new Error(files.error.code);
	return files.value;
}

async function phoneOf(user: SessionUser): Promise<Device> {
	const phone = startDevice({ personId: user.id, fetch: serverFetch(() => user) });
	await phone.engine.run();
	return phone;
}

async function published(): Promise<string> {
	const id = await startCircular(author!, deps);
	await saveCircular(author!, id, { ...draft, added: await sealed() }, deps);
	await sendCircular(author!, id, null, deps);
	const at = deps.clock.now().toISOString();
	await publishCircular({ circular: id, at }, deps);
	return id;
}

test('a circular reaches phones with the names of its files, which its recipients alone can open', async () => {
	const id = await published();
	const [received] = await myCircularsNow((await phoneOf(teacher!)).db);
	const [file] = received!.attachments;
	expect(file).toMatchObject({ name: 'Formulaire.pdf', bytes: sound.length, pages: 1 });
	const opened = await openAttachment(teacher!, file!.id, deps);
	expect(opened.ok && opened.value.bytes.equals(sound)).toBe(true);
	expect(codeOf(await openAttachment(author!, file!.id, deps))).toBe('ok');

	const elsewhere = { ...author!, id: randomUUID(), academie: '10' };
	for (const stranger of [other!, elsewhere, await aTeacher()])
		expect(codeOf(await openAttachment(stranger, file!.id, deps))).toBe('documents.not-found');
	expect(codeOf(await openAttachment(teacher!, 'rien', deps))).toBe('documents.not-found');
	expect(await attachmentsOfCircular(id)).toHaveLength(1);
});

test('what is not an ordinary PDF under an ordinary name is refused before it is kept', async () => {
	// The whole corpus goes through the same door in its own test.
	for (const [what, content, refusal] of (await hostilePdfs()).slice(0, 6)) {
		const files = [{ name: 'Formulaire.pdf', content }];
		expect(codeOf(await sealFiles(author!, files, deps)), what).toBe(refusal);
	}
	const named = (name: string) => sealFiles(author!, [{ name, content: sound }], deps);
	expect(codeOf(await named('../x.pdf'))).toBe('documents.bad-name');
	expect(codeOf(await named('x.exe'))).toBe('documents.bad-name');
	const six = Array.from({ length: 6 }, () => ({ name: 'x.pdf', content: sound }));
	expect(codeOf(await sealFiles(author!, six, deps))).toBe('messages.too-many-attachments');
});

test('a file is joined to a draft and taken from it, and not once the text has left', async () => {
	const id = await startCircular(author!, deps);
	await saveCircular(author!, id, { ...draft, added: await sealed() }, deps);
	const [file] = await attachmentsOfCircular(id);
	const tooMany = (await Promise.all([1, 2, 3, 4, 5].map(() => sealed()))).flat();
	expect(codeOf(await saveCircular(author!, id, { ...draft, added: tooMany }, deps))).toBe(
		'messages.too-many-attachments'
	);
	await saveCircular(author!, id, { ...draft, removed: [file!.id] }, deps);
	expect(await attachmentsOfCircular(id)).toEqual([]);

	const left = await published();
	const [kept] = await attachmentsOfCircular(left);
	await saveCircular(author!, left, { ...draft, removed: [kept!.id] }, deps);
	expect(await attachmentsOfCircular(left)).toEqual([kept]);
});

test('at night, what nobody joined goes, and the rest is under the key in use', async () => {
	const id = await published();
	const [orphan] = await sealed();
	const held = async () => {
		const found: string[] = [];
		for await (const place of deps.attachments.places()) found.push(place.id);
		return found;
	};
	expect(await held()).toContain(orphan!.id);
	await sql`update attachment set key_id = 'ancienne'`.execute(db());
	await tidyAttachments(deps);
	const [file] = await attachmentsOfCircular(id);
	expect(await held()).toEqual([file!.id]);
	const { rows } = await sql`select key_id from attachment`.execute(db());
	expect(rows).toEqual([{ key_id: deps.attachments.keyInUse(false) }]);
	expect(codeOf(await openAttachment(teacher!, file!.id, deps))).toBe('ok');
});

async function accepted(user: SessionUser, changes: object = {}): Promise<string> {
	const receipt = await deposit(user, sound, documents, changes);
	if (!receipt.ok) throw new Error(receipt.error.code);
	await checkDocument(receipt.value.id, deps);
	return receipt.value.id;
}

test('a person shows a piece of their own, written offline; the service sees its name, and its reading is noted', async () => {
	const mine = await accepted(teacher!);
	const medical = await accepted(teacher!, { type: 'piece-medicale' });
	const theirs = await accepted(await aTeacher());
	const phone = await phoneOf(teacher!);
	await writeToService(phone.writer, {
		...{ title: 'Congé', text: 'Voici mon justificatif.' },
		pieces: [mine, medical, theirs]
	});
	await phone.engine.run();
	const [thread] = await listThreads(author!);
	const read = await readThread(author!, thread!.id, deps);
	if (!read.ok) throw new Error(read.error.code);
	expect(read.value.messages[0]!.pieces).toEqual([mine]);
	expect([...read.value.pieceNames]).toEqual([[mine, 'JustifDomicile_Avril2026.pdf']]);
	await phone.engine.run();
	expect((await messagesNow(phone.db, thread!.id))[0]!.pieces).toEqual([mine]);
	const [reading] = await readersOf(teacher!.agentId!);
	expect(reading).toMatchObject({ purpose: 'Lecture de l’échange «\u202fCongé\u202f»' });
});

test('the answer’s file is for that person and that service', async () => {
	const phone = await phoneOf(teacher!);
	const written = await writeToService(phone.writer, { title: 'Congé', text: 'Une question.' });
	if (!written.ok) throw new Error(written.error.code);
	await phone.engine.run();
	const answer = { thread: written.value, text: 'Voici.', files: await sealed('Arrete.pdf') };
	expect(codeOf(await answerThread(author!, answer, deps))).toBe('ok');
	await phone.engine.run();
	const [, received] = await messagesNow(phone.db, written.value);
	const [file] = received!.attachments;
	expect(file).toMatchObject({ name: 'Arrete.pdf' });
	expect(codeOf(await openAttachment(teacher!, file!.id, deps))).toBe('ok');
	expect(codeOf(await openAttachment(author!, file!.id, deps))).toBe('ok');
	const far = { ...author!, departement: '008' };
	for (const stranger of [await aTeacher(), other!, far])
		expect(codeOf(await openAttachment(stranger, file!.id, deps))).toBe('documents.not-found');
});
