/** Deposits, checks, readings and ends of pieces, on both engines. */
import type { SessionUser } from '$lib/core/identity';
import { documentEntity, type PieceDocument } from '$lib/core/documents';
import { civilDate } from '$lib/core/shared';
import { db } from '$lib/server/db';
import {
	answerErasure,
	askErasure,
	attachDocument,
	closeFilings,
	comingEnds,
	documentsOf,
	documentsJobs,
	dryRun,
	expiringPieces,
	liftHold,
	openHolds,
	openPiece,
	placeHold,
	purge,
	receiveDeposit,
	replayErasures,
	waitingErasures
} from '$lib/server/documents';
import { checkDocument } from '$lib/server/documents/check.usecases';
import { documentSource } from '$lib/server/documents/documents.sync';
import { remindExpiring } from '$lib/server/documents/remind-expiring.usecases';
import { renewKeys } from '$lib/server/documents/renew-keys.usecases';
import { sweep } from '$lib/server/documents/retention.usecases';
import { defineWorker } from '$lib/server/jobs';
import { mailQueue, pushQueue } from '$lib/server/notifications/notify.usecases';
import { sql } from 'kysely';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import {
	aDeposit,
	deposit,
	settings,
	startDocuments,
	uploaded
} from '../support/documents/documents';
import { hostilePdfs, soundPdf } from '../support/documents/hostile-pdfs';
import { useJobs } from '../support/jobs';
import { anAccount, aTeacher } from '../support/people';

useDatabase();

const documents = startDocuments();
const { deps } = documents;
useJobs(
	() => [
		...documentsJobs(deps),
		defineWorker(pushQueue, async () => {}),
		defineWorker(mailQueue, async () => {})
	],
	false
);
afterAll(documents.remove);
let sound: Buffer;
let teacher: SessionUser;
let gestionnaire: SessionUser;
let medecin: SessionUser;

beforeAll(async () => {
	sound = await soundPdf();
	gestionnaire = await anAccount({ role: 'gestionnaire' });
	medecin = await anAccount({ role: 'medecin' });
});
beforeEach(async () => {
	documents.now = new Date('2026-11-22T10:00:00Z');
	teacher = await aTeacher();
});

/** Deposits and checks; gives the piece's id. */
async function accepted(user: SessionUser, changes: object = {}): Promise<string> {
	const receipt = await deposit(user, sound, documents, changes);
	if (!receipt.ok) throw new Error(receipt.error.code);
	await checkDocument(receipt.value.id, deps);
	return receipt.value.id;
}

async function onPhone(user: SessionUser): Promise<PieceDocument[]> {
	const rows = documentSource.rows(`user:${user.id}`, user);
	const found = await sql<{ body: PieceDocument }>`select body from (${rows}) r`.execute(db());
	return found.rows.map(({ body }) => body);
}

const errorOf = (result: { ok: boolean; error?: { code: string } }) => result.error?.code ?? 'ok';

describe('a deposit', () => {
	test('is received, checked, and told to the phone', async () => {
		const receipt = await deposit(teacher, sound, documents);
		expect(receipt).toMatchObject({ ok: true, value: { state: 'checking' } });
		expect((await onPhone(teacher))[0]).toMatchObject({ state: 'checking', pages: null });
		await checkDocument((receipt as { value: { id: string } }).value.id, deps);
		expect((await onPhone(teacher))[0]).toMatchObject({
			...{ state: 'accepted', pages: 1, version: 1, campaigns: [], held: false, erasure: null },
			name: 'JustifDomicile_Avril2026.pdf'
		});
		expect(documentEntity.stream).toBe('user');
	});

	test('made twice is made once, with the same receipt', async () => {
		const about = aDeposit(sound);
		const send = async () =>
			receiveDeposit(
				{ user: teacher, upload: await uploaded(teacher, sound, documents), deposit: about },
				deps
			);
		const [first, again] = [await send(), await send()];
		expect(again).toEqual(first);
		expect(await documentsOf(teacher.id)).toHaveLength(1);
	});

	test('whose bytes are not the announced ones is refused', async () => {
		expect(errorOf(await deposit(teacher, sound, documents, { sha256: '0'.repeat(64) }))).toBe(
			'documents.damaged-transfer'
		);
		expect(errorOf(await deposit(teacher, sound, documents, { bytes: 10 }))).toBe(
			'documents.damaged-transfer'
		);
	});

	test.each([
		['../../etc/passwd.pdf'],
		['piece\u202efdp.exe.pdf'],
		['a.pdf\r\nSet-Cookie: x=1.pdf'],
		['.pdf']
	])('named %j is refused', async (name) => {
		expect(errorOf(await deposit(teacher, sound, documents, { name }))).toBe('documents.bad-name');
	});

	test('over the person’s quota is refused', async () => {
		await sql`update academie set settings = '{"pieces": {"quotaBytes": 1000}}'`.execute(db());
		expect(errorOf(await deposit(teacher, sound, documents))).toBe('documents.quota');
		await sql`update academie set settings = '{}'`.execute(db());
	});

	test('of another person’s upload is refused', async () => {
		const upload = await uploaded(await aTeacher(), sound, documents);
		const sent = { user: teacher, upload, deposit: aDeposit(sound) };
		expect(errorOf(await receiveDeposit(sent, deps))).toBe('documents.not-found');
	});

	test('of a file that runs a script is refused with its reason, and nothing is kept of it', async () => {
		const [, hostile] = (await hostilePdfs())[0]!;
		const receipt = await deposit(teacher, hostile, documents);
		const id = (receipt as { value: { id: string } }).value.id;
		await checkDocument(id, deps);
		expect((await onPhone(teacher))[0]).toMatchObject({
			...{ state: 'refused', refusal: 'documents.javascript' }
		});
		expect(await deps.vault.get({ id, medical: false })).toBeNull();
		expect(errorOf(await openPiece({ user: teacher, id, purpose: null }, deps))).toBe(
			'documents.not-found'
		);
	});

	test('in place of another counts on from it', async () => {
		const first = await accepted(teacher);
		await accepted(teacher, { replaces: first });
		const versions = (await onPhone(teacher)).map(({ version, replaces }) => [version, replaces]);
		expect(versions).toContainEqual([2, first]);
		const stranger = await aTeacher();
		expect(errorOf(await deposit(stranger, sound, documents, { replaces: first }))).toBe(
			'documents.not-found'
		);
	});

	test('leaves nothing readable on the disk, during and after', async () => {
		const canary = 'Canari-12-rue-des-Essais';
		const bytes = Buffer.concat([
			sound.subarray(0, 9),
			Buffer.from(`%${canary}\n`),
			sound.subarray(9)
		]);
		const everything = () =>
			readdirSync(documents.folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
		const readable = () => everything().filter((file) => file.includes(canary)).length;
		const upload = await uploaded(teacher, bytes, documents);
		expect(everything().length).toBeGreaterThan(0);
		expect(readable()).toBe(0);
		const sent = { user: teacher, upload, deposit: aDeposit(bytes) };
		expect((await receiveDeposit(sent, deps)).ok).toBe(true);
		expect(readable()).toBe(0);
	});
});

describe('nobody opens a piece that is not theirs to open', () => {
	let strangers: Record<string, SessionUser>;
	beforeAll(async () => {
		strangers = {
			'another teacher': await aTeacher(),
			'a head': await anAccount({ role: 'chef', uai: '0519999A' }),
			'an administrator': await anAccount({ role: 'admin' }),
			'a DPO': await anAccount({ role: 'dpo' }),
			'an EPS correspondent': await anAccount({ role: 'correspondant-eps' }),
			'a gestionnaire of elsewhere': { ...gestionnaire, academie: '10' },
			'a gestionnaire of another département': { ...gestionnaire, departement: '008' },
			'a médecin of elsewhere': { ...medecin, academie: '10' }
		};
	});
	const read = async (user: SessionUser, id: string) =>
		errorOf(await openPiece({ user, id, purpose: 'Contrôle du dossier' }, deps));

	test('by its id', async () => {
		const ordinary = await accepted(teacher);
		const medical = await accepted(teacher, { type: 'piece-medicale' });
		const answers = await Promise.all(
			[...Object.entries(strangers)].flatMap(([who, user]) =>
				[ordinary, medical].map(async (id) => [who, await read(user, id)])
			)
		);
		expect(answers.filter(([, code]) => code !== 'documents.not-found')).toEqual([]);
		expect(await read(gestionnaire, medical)).toBe('documents.not-found');
		expect(await read(medecin, ordinary)).toBe('documents.not-found');
		expect([await read(gestionnaire, ordinary), await read(medecin, medical)]).toEqual([
			'ok',
			'ok'
		]);
		expect([await read(teacher, ordinary), await read(teacher, medical)]).toEqual(['ok', 'ok']);
	});

	test('a service says why, and the owner sees it', async () => {
		const id = await accepted(teacher);
		expect(errorOf(await openPiece({ user: gestionnaire, id, purpose: ' ' }, deps))).toBe(
			'identity.reason-required'
		);
		await read(gestionnaire, id);
		const lines = await sql<{ purpose: string }>`
			select purpose from audit_entry where agent_id = ${teacher.agentId}`.execute(db());
		expect(lines.rows).toEqual([{ purpose: 'Contrôle du dossier' }]);
	});

	test('a service does not open what has not been checked', async () => {
		const receipt = await deposit(teacher, sound, documents);
		expect(await read(gestionnaire, (receipt as { value: { id: string } }).value.id)).toBe(
			'documents.not-found'
		);
	});

	test('nor files, replaces, holds or erases it as its owner', async () => {
		const id = await accepted(teacher);
		const stranger = strangers['another teacher']!;
		const filing = { documentId: id, accountId: stranger.id, filing: 'demande:x' };
		const on = civilDate('2026-11-22');
		expect(
			errorOf(await attachDocument({ ...filing, on, at: documents.now, campaignEndsOn: null }))
		).toBe('documents.not-found');
		expect(errorOf(await askErasure({ user: stranger, documentId: id, reason: 'x' }, deps))).toBe(
			'documents.not-found'
		);
		expect((await onPhone(stranger)).map((piece) => piece.id)).not.toContain(id);
	});
});

describe('filing', () => {
	const on = civilDate('2026-11-22');
	const file = (documentId: string, filing = 'demande:1', day = on) =>
		attachDocument({
			...{ documentId, accountId: teacher.id, filing, on: day },
			...{ at: documents.now, campaignEndsOn: null }
		});

	test('the same piece serves several campaigns', async () => {
		const id = await accepted(teacher);
		expect((await file(id)).ok && (await file(id, 'demande:2')).ok).toBe(true);
		expect((await onPhone(teacher))[0]!.campaigns).toEqual([null, null]);
		await closeFilings(['demande:1'], civilDate('2027-08-31'));
		expect((await onPhone(teacher))[0]!.campaigns).toEqual(['2027-08-31', null]);
	});

	test('an expired piece is not filed, one that expires that day is', async () => {
		const id = await accepted(teacher, { type: 'acte-naissance-pacs', issuedOn: '2026-08-23' });
		expect(errorOf(await file(id))).toBe('ok');
		expect(errorOf(await file(id, 'demande:2', civilDate('2026-11-23')))).toBe('documents.expired');
	});

	test('a piece not yet checked is not filed', async () => {
		const receipt = await deposit(teacher, sound, documents);
		expect(errorOf(await file((receipt as { value: { id: string } }).value.id))).toBe(
			'documents.not-accepted'
		);
	});

	test('what expires soon is known, but not what has been replaced', async () => {
		const about = { type: 'acte-naissance-pacs', issuedOn: '2026-09-10' };
		const id = await accepted(teacher, about);
		const mine = async () =>
			(await expiringPieces(on)).filter(({ accountId }) => accountId === teacher.id);
		expect(await mine()).toMatchObject([{ documentId: id, until: '2026-12-09' }]);
		expect(await remindExpiring(deps)).toBeGreaterThanOrEqual(1);
		// Once per piece, however often it is looked at.
		expect(await remindExpiring(deps)).toBe(0);
		await accepted(teacher, { ...about, issuedOn: '2026-11-20', replaces: id });
		expect(await mine()).toEqual([]);
	});
});

describe('the end of a piece', () => {
	const later = (day: string) => (documents.now = new Date(`${day}T10:00:00Z`));
	const dueOf = async (id: string, day: string) =>
		(await dryRun(civilDate(day))).ends.filter((end) => end.id === id).length;
	const toldTo = async ({ id }: SessionUser) => {
		const told = await sql<{ title: string; body: string }>`
			select title, body from notification
			where account_id = ${id} and kind = 'erasure-answered'`.execute(db());
		return told.rows.map(({ title, body }) => [title, body]);
	};
	const exists = async (id: string) =>
		(await documentsOf(teacher.id)).some((piece) => piece.id === id);

	test('comes the day after its last day, bytes included, and a dry run says so before', async () => {
		const id = await accepted(teacher, { type: 'autre' });
		expect([await dueOf(id, '2036-11-22'), await dueOf(id, '2036-11-23')]).toEqual([0, 1]);
		later('2036-11-22');
		await purge(deps);
		expect(await exists(id)).toBe(true);
		later('2036-11-23');
		await purge(deps);
		expect(await exists(id)).toBe(false);
		expect(await deps.vault.get({ id, medical: false })).toBeNull();
	});

	test('a hold keeps it until it is lifted', async () => {
		const id = await accepted(teacher, { type: 'autre' });
		await placeHold({ user: gestionnaire, documentId: id, reason: 'Recours' }, deps);
		later('2040-01-01');
		await purge(deps);
		expect(await exists(id)).toBe(true);
		await liftHold({ user: gestionnaire, documentId: id }, deps);
		await purge(deps);
		expect(await exists(id)).toBe(false);
	});

	test('an early erasure is asked once, answered with a reason, and refused under a hold', async () => {
		const id = await accepted(teacher);
		const ask = () => askErasure({ user: teacher, documentId: id, reason: 'Divorce' }, deps);
		expect([errorOf(await ask()), errorOf(await ask())]).toEqual(['ok', 'documents.erasure-asked']);
		const { id: request } = await db()
			.selectFrom('erasure_request')
			.select('id')
			.where('document_id', '=', id)
			.executeTakeFirstOrThrow();
		const answer = (granted: boolean, text: string) =>
			answerErasure({ user: gestionnaire, request, granted, answer: text }, deps);
		expect(errorOf(await answer(true, ' '))).toBe('documents.reason-required');
		await placeHold({ user: gestionnaire, documentId: id, reason: 'Recours' }, deps);
		expect(errorOf(await answer(true, 'Accordé'))).toBe('documents.held');
		await liftHold({ user: gestionnaire, documentId: id }, deps);
		const elsewhere = { ...gestionnaire, academie: '10' };
		expect((await waitingErasures('10')).map((one) => one.id)).not.toContain(request);
		const foreign = { user: elsewhere, request, granted: true, answer: 'Accordé' };
		expect(errorOf(await answerErasure(foreign, deps))).toBe('documents.not-found');
		expect(errorOf(await answer(true, 'Accordé'))).toBe('ok');
		expect(await exists(id)).toBe(false);
		expect(await toldTo(teacher)).toEqual([
			['Votre pièce a été effacée', 'JustifDomicile_Avril2026.pdf. Accordé']
		]);
	});

	test('a hold is placed and lifted by the service that reads the piece, and by no one else', async () => {
		const ordinary = await accepted(teacher);
		const medical = await accepted(teacher, { type: 'piece-medicale' });
		const dpo = await anAccount({ role: 'dpo' });
		const place = async (user: SessionUser, documentId: string, reason = 'Recours') =>
			errorOf(await placeHold({ user, documentId, reason }, deps));
		const elsewhere = { ...gestionnaire, departement: '008' };
		for (const user of [teacher, dpo, elsewhere, medecin]) {
			expect(await place(user, ordinary), user.role).toBe('documents.not-found');
		}
		expect(await place(gestionnaire, medical)).toBe('documents.not-found');
		expect(await place(gestionnaire, ordinary, ' ')).toBe('documents.reason-required');
		expect([await place(gestionnaire, ordinary), await place(medecin, medical)]).toEqual([
			'ok',
			'ok'
		]);
		expect((await onPhone(teacher)).map(({ held }) => held)).toEqual([true, true]);
		expect((await openHolds('19')).filter(({ reason }) => reason === 'Recours').length).toBe(2);
		expect(errorOf(await liftHold({ user: teacher, documentId: ordinary }, deps))).toBe(
			'documents.not-found'
		);
		for (const [user, documentId] of [
			[gestionnaire, ordinary],
			[medecin, medical]
		] as const) {
			expect(errorOf(await liftHold({ user, documentId }, deps))).toBe('ok');
		}
		expect((await onPhone(teacher)).map(({ held }) => held)).toEqual([false, false]);
	});

	test('what a purge would do is told by kind, to the académie it concerns', async () => {
		const held = await accepted(teacher, { type: 'autre' });
		await accepted(teacher, { type: 'autre' });
		await placeHold({ user: gestionnaire, documentId: held, reason: 'Recours' }, deps);
		const ofTeacher = async (day: string, academie = '19') =>
			(await comingEnds(civilDate(day), academie)).find(({ type }) => type === 'autre');
		expect(await ofTeacher('2036-11-22')).toBeUndefined();
		const due = (await ofTeacher('2036-11-23'))!;
		expect(due).toMatchObject({ first: '2036-11-22', kept: 1 });
		expect(due.destroyed).toBeGreaterThanOrEqual(1);
		expect(await ofTeacher('2036-11-23', '10')).toBeUndefined();
		await liftHold({ user: gestionnaire, documentId: held }, deps);
	});

	test('a refusal is told to the person, with its reason', async () => {
		const id = await accepted(teacher);
		await askErasure({ user: teacher, documentId: id, reason: 'Je ne veux plus' }, deps);
		const { id: request } = await db()
			.selectFrom('erasure_request')
			.select('id')
			.where('document_id', '=', id)
			.executeTakeFirstOrThrow();
		const refusal = { user: gestionnaire, request, granted: false, answer: 'Recours en cours.' };
		expect(errorOf(await answerErasure(refusal, deps))).toBe('ok');
		expect((await onPhone(teacher))[0]!.erasure).toMatchObject({
			...{ outcome: 'refused', answer: 'Recours en cours.' }
		});
		expect(await toldTo(teacher)).toEqual([
			['Votre demande d’effacement est refusée', 'JustifDomicile_Avril2026.pdf. Recours en cours.']
		]);
	});

	test('what had gone goes again after an older copy of the database is restored', async () => {
		const id = await accepted(teacher, { type: 'autre' });
		const copy = await db()
			.selectFrom('document')
			.selectAll()
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		later('2036-11-23');
		await purge(deps);
		await db().insertInto('document').values(copy).execute();
		expect(await exists(id)).toBe(true);
		expect(await replayErasures(deps)).toBe(1);
		expect(await exists(id)).toBe(false);
		const back = await deposit(teacher, sound, documents, { id });
		expect(errorOf(back)).toBe('documents.invalid-deposit');
	});

	test('bytes that no row knows are swept, the others stay', async () => {
		const id = await accepted(teacher);
		const lost = { id: '01924d3c-0000-7000-8000-0000000000aa', medical: true };
		await deps.vault.put(lost, sound);
		expect(await sweep(deps)).toBeGreaterThanOrEqual(1);
		expect(await deps.vault.get(lost)).toBeNull();
		expect(await deps.vault.get({ id, medical: false })).not.toBeNull();
	});
});

test('a new master key takes over every piece, then the old one is needed no more', async () => {
	const place = startDocuments();
	const renewed = startDocuments({ keys: [Buffer.alloc(32, 9), ...settings.keys] });
	const moved = { ...renewed.deps, store: place.deps.store };
	const { openVault, keyRing } = await import('$lib/server/documents/storage');
	const vaultWith = (keys: Buffer[]) =>
		openVault(place.deps.store, {
			pieces: keyRing(keys),
			medical: keyRing([...settings.medicalKeys])
		});
	const own = await aTeacher();
	const receipt = await deposit(own, sound, place);
	const { id } = (receipt as { value: { id: string } }).value;
	await db().deleteFrom('document').where('account_id', '<>', own.id).execute();
	const vault = vaultWith([Buffer.alloc(32, 9), ...settings.keys]);
	expect(await renewKeys({ ...moved, vault })).toBe(1);
	expect(await renewKeys({ ...moved, vault })).toBe(0);
	const alone = vaultWith([Buffer.alloc(32, 9)]);
	expect(sound.equals((await alone.get({ id, medical: false }))!)).toBe(true);
	place.remove();
	renewed.remove();
});
