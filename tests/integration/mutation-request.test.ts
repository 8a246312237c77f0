import type { SessionUser } from '$lib/core/identity';
import {
	appealResult,
	cancelRequest,
	contestBareme,
	fileRequest,
	reopenRequest
} from '$lib/core/mobility';
import type { CivilDate } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { readersOf } from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import {
	answerLine,
	askPiece,
	cancelUnsigned,
	check,
	correct,
	decide,
	figures,
	fileParts,
	judgedFile,
	mobilityDeadlines,
	openCampaign,
	openFile,
	ownFiling,
	preparePublication,
	publishResults,
	queue,
	readableRequest,
	receiptPdf,
	rehearsalOf,
	settle,
	showInitial,
	signConfirmation,
	takeBulkStep,
	verify,
	verifyReceipt,
	type StoredCampaign
} from '$lib/server/mobility';
import { inbox, notificationJobs } from '$lib/server/notifications';
import { claimedRights, requestNumber } from '$lib/core/mobility';
import { PDFDocument, PDFName } from 'pdf-lib';
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { codeOf } from '../support/identity';
import { useJobs } from '../support/jobs';
import {
	aManager,
	anOpenCampaign,
	clock,
	deposit,
	deps,
	fileIn,
	itIs,
	send,
	windows
} from '../support/mobility';
import { structureOf } from '../support/pdf-structure';
import { aTeacher, anAccount } from '../support/people';

const silent = { send: async () => {}, close: () => {} };
useDatabase();
useJobs(
	() => [
		...mailJobs(silent, new URL('https://carnet.example')),
		...notificationJobs({
			...{ sender: { send: async () => 'sent' }, origin: 'https://carnet.example' },
			log: { warn: () => {}, error: () => {} }
		} as never)
	],
	false
);

let campaign: StoredCampaign;
beforeAll(async () => {
	campaign = await anOpenCampaign();
});
beforeEach(() => itIs('2026-11-10T10:00:00Z'));

async function filed(user: SessionUser) {
	const args = deposit(campaign);
	const result = await send(user, fileRequest.kind, args);
	expect(result.outcome).toBe('applied');
	return { id: args.id, file: fileIn(result) };
}

async function transmitted(user: SessionUser) {
	const { id } = await filed(user);
	expect(codeOf(await signConfirmation({ user, id }, deps))).toBe('ok');
	return id;
}

/** Decides every right; the one named is refused. */
async function decideAll(manager: SessionUser, id: string, refused: string | null, of = campaign) {
	expect(codeOf(await openFile({ user: manager, id, purpose: 'Contrôle des pièces' }, deps))).toBe(
		'ok'
	);
	const read = await readableRequest({ user: manager, id }, deps);
	if (!read.ok) throw new Error(read.error.code);
	const rights = claimedRights(judgedFile({ request: read.value, campaign: of }).score);
	for (const { rule } of rights) {
		const verdict = rule === refused ? 'refusee' : 'accordee';
		const words = { reason: 'piece-perimee', comment: '' };
		const done = await decide({ user: manager, id, rule, verdict, ...words }, deps);
		expect(codeOf(done)).toBe('ok');
	}
	return rights;
}

const stateOf = async (id: string) =>
	(
		await db()
			.selectFrom('mobility_request')
			.select('state')
			.where('id', '=', id)
			.executeTakeFirstOrThrow()
	).state;

describe('a deposit', () => {
	test('is computed again by the server, frozen, and has a receipt anyone can check', async () => {
		const user = await aTeacher();
		const { file } = await filed(user);
		expect(file).toMatchObject({ state: 'confirmation-a-signer', voeux: ['Rennes', 'Lyon'] });
		expect(file.history.map(({ action }) => action)).toEqual(['valider-les-voeux', 'deposer']);
		const [receipt] = file.receipts;
		expect(receipt!.at).toBe('2026-11-10T10:00:00.000Z');
		const verified = await verifyReceipt(receipt!.id);
		expect(verified).toMatchObject({ sha256: receipt!.sha256, intact: true, replaced: false });
		expect(verified!.voeux[0]).toEqual({ voeu: 'Rennes', total: 366.2 });
		expect(JSON.stringify(verified)).not.toContain('Sorel');
	});

	test('received three times, twice at once, is one deposit and one receipt', async () => {
		const user = await aTeacher();
		const [args, mutation] = [deposit(campaign), randomUUID()];
		const results = [
			...(await Promise.all([
				send(user, fileRequest.kind, args, mutation),
				send(user, fileRequest.kind, args, mutation)
			])),
			await send(user, fileRequest.kind, args, mutation)
		];
		expect(new Set(results.map((result) => fileIn(result).receipts[0]!.id)).size).toBe(1);
		expect(fileIn(results[2]!).receipts).toHaveLength(1);
	});

	test('begun before the closing minute and received after it is not a deposit', async () => {
		const user = await aTeacher();
		itIs('2026-11-25T10:59:59.999Z');
		expect((await filed(user)).file.receipts).toHaveLength(1);
		const late = await aTeacher();
		itIs('2026-11-25T11:00:00.000Z');
		const result = await send(late, fileRequest.kind, deposit(campaign));
		expect(result).toMatchObject({
			outcome: 'rejected',
			code: 'mobility.window-closed',
			row: { body: null }
		});
	});

	test('that the rules refuse, or that leaves a question, changes nothing', async () => {
		const user = await aTeacher();
		const args = deposit(campaign);
		const own = await send(user, fileRequest.kind, { ...args, voeux: ['Reims'] });
		expect(own).toMatchObject({ outcome: 'rejected', code: 'mobility.invalid-request' });
		const silent = { ...args.answers, anneesPoste: '' };
		const unsaid = await send(user, fileRequest.kind, { ...args, answers: silent });
		expect(unsaid).toMatchObject({ outcome: 'rejected', code: 'mobility.unanswered' });
	});

	test('from a second phone does not make a second request; modified, it keeps both receipts', async () => {
		const user = await aTeacher();
		const { id } = await filed(user);
		const second = await send(user, fileRequest.kind, deposit(campaign));
		expect(second).toMatchObject({ outcome: 'rejected', code: 'mobility.already-filed' });
		await send(user, reopenRequest.kind, { id });
		const again = fileIn(await send(user, fileRequest.kind, deposit(campaign, id)));
		expect(again.receipts.map(({ rank }) => rank)).toEqual([1, 2]);
		expect((await verifyReceipt(again.receipts[0]!.id))!.replaced).toBe(true);
	});

	test('of somebody else cannot be touched', async () => {
		const { id } = await filed(await aTeacher());
		const other = await aTeacher();
		expect(await send(other, cancelRequest.kind, { id })).toMatchObject({ outcome: 'rejected' });
		expect(codeOf(await signConfirmation({ user: other, id }, deps))).toBe('http.not-found');
		expect(await stateOf(id)).toBe('confirmation-a-signer');
	});
});

test('a confirmation nobody signs is cancelled once its time is over, and the person is told', async () => {
	const user = await aTeacher();
	const { id } = await filed(user);
	itIs('2026-12-04T22:59:59Z');
	await cancelUnsigned(deps);
	expect(await stateOf(id)).toBe('confirmation-a-signer');
	itIs('2026-12-04T23:00:00Z');
	await cancelUnsigned(deps);
	expect(await stateOf(id)).toBe('annulee');
	expect((await inbox(user.id)).map(({ kind }) => kind)).toEqual(['status-changed']);
});

test('the confirmation to sign is a deadline of those who have not signed, and of them alone', async () => {
	const late = await aTeacher();
	await filed(late);
	const signed = await aTeacher();
	await transmitted(signed);
	const days = { from: '2026-11-20' as CivilDate, to: '2026-12-31' as CivilDate };
	const [known] = await mobilityDeadlines(days, null);
	expect(known!.deadline).toMatchObject({ date: '2026-12-05', minutes: 0 });
	const people = await known!.people();
	expect(people).toContain(late.id);
	expect(people).not.toContain(signed.id);
});

describe('the service', () => {
	test('opens a campaign once, with windows that make sense, on the last known rules', async () => {
		const user = { id: null, academie: campaign.academie };
		const again = await openCampaign({ user, template: 'inter-2027', windows }, deps);
		expect(codeOf(again)).toBe('mobility.campaign-already-open');
		expect(campaign.rulesOf).toBe('inter-2026');
		const upsideDown = { ...windows, saisie: { from: windows.saisie.to, to: windows.saisie.from } };
		const wrong = { user, template: 'interdepartemental-2027', windows: upsideDown };
		expect(codeOf(await openCampaign(wrong, deps))).toBe('mobility.wrong-windows');
	});

	test('reads a file only once it has said why, and its owner reads that', async () => {
		const user = await aTeacher();
		const id = await transmitted(user);
		const manager = await aManager();
		const unread = await readableRequest({ user: manager, id }, deps);
		expect(codeOf(unread)).toBe('mobility.reading-required');
		expect(codeOf(await openFile({ user: manager, id, purpose: ' ' }, deps))).toBe(
			'identity.reason-required'
		);
		await decideAll(manager, id, null);
		expect(await readersOf(user.agentId!)).toMatchObject([{ purpose: 'Contrôle des pièces' }]);
		itIs('2026-11-10T11:00:01Z');
		expect(codeOf(await readableRequest({ user: manager, id }, deps))).toBe(
			'mobility.reading-required'
		);
	});

	test('cannot verify before each right is decided, nor show a refusal one person alone decided', async () => {
		const id = await transmitted(await aTeacher());
		const [manager, second] = [await aManager(), await aManager()];
		expect(codeOf(await verify({ user: manager, id }, deps))).toBe('mobility.undecided');
		await decideAll(manager, id, 'rapprochement_conjoints');
		expect(codeOf(await verify({ user: manager, id }, deps))).toBe('ok');
		expect(codeOf(await showInitial({ user: manager, id }, deps))).toBe('mobility.unchecked');
		expect(codeOf(await check({ user: manager, id }, deps))).toBe('mobility.same-person');
		expect(codeOf(await check({ user: second, id }, deps))).toBe('ok');
		expect(codeOf(await showInitial({ user: manager, id }, deps))).toBe('ok');
	});

	test('puts a declared figure right: a reason, a second person, and both figures told to the owner', async () => {
		const id = await transmitted(await aTeacher());
		const [manager, second] = [await aManager(), await aManager()];
		const corrects = (over: object = {}) =>
			correct(
				{
					...{ user: manager, id, answer: 'enfants', value: '0' },
					...{ reason: 'dossier-different', comment: '', ...over }
				},
				deps
			);
		expect(codeOf(await corrects({ reason: '' }))).toBe('mobility.reason-required');
		expect(codeOf(await corrects({ value: 'deux' }))).toBe('mobility.number-expected');
		expect(codeOf(await corrects({ answer: 'boe', value: '1' }))).toBe('http.not-found');
		expect(codeOf(await corrects())).toBe('ok');
		await decideAll(manager, id, null);
		await verify({ user: manager, id }, deps);
		expect(codeOf(await showInitial({ user: manager, id }, deps))).toBe('mobility.unchecked');
		expect(codeOf(await check({ user: manager, id }, deps))).toBe('mobility.same-person');
		expect(codeOf(await check({ user: second, id }, deps))).toBe('ok');
		expect(codeOf(await showInitial({ user: manager, id }, deps))).toBe('ok');
		const read = await readableRequest({ user: manager, id }, deps);
		if (!read.ok) throw new Error(read.error.code);
		const { answers, initial } = read.value;
		expect(answers.enfants).toBe('1');
		expect(initial!.voeux[0]!.total).toBe(266.2);
		expect(initial!.corrected).toEqual([
			{
				...{ answer: 'enfants', before: '1', after: '0', comment: null },
				reason: 'Le dossier de gestion ne dit pas la même chose.'
			}
		]);
	});

	test('goes through its queue oldest first, filtered, and knows how the work stands', async () => {
		const own = await anOpenCampaign('12', 'Nancy-Metz');
		const manager = await anAccount({ role: 'gestionnaire', academie: '12' });
		const days = [3, 1, 2];
		const ids: string[] = [];
		for (const day of days) {
			const user = { ...(await aTeacher()), academie: '12' };
			itIs(`2026-11-0${day + 4}T10:00:00Z`);
			const args = deposit(own);
			await send(user, fileRequest.kind, args);
			await signConfirmation({ user, id: args.id }, deps);
			ids.push(args.id);
		}
		const all = {
			academie: '12',
			campaign: own.id,
			state: null,
			waiting: false,
			text: '',
			page: 0
		};
		const idsOf = async (over: object = {}) =>
			(await queue({ ...all, ...over })).map(({ id }) => id);
		expect(await idsOf()).toEqual([ids[1], ids[2], ids[0]]);
		expect(await idsOf({ academie: '19' })).toEqual([]);
		expect(await idsOf({ text: 'sor' })).toHaveLength(3);
		expect(await idsOf({ text: '%' })).toEqual([]);
		const [first] = await queue(all);
		expect(await idsOf({ text: `M-${String(first!.number).padStart(6, '0')}` })).toEqual([ids[1]]);

		const [complete, asked] = [ids[1]!, ids[2]!];
		itIs('2026-11-09T10:00:00Z');
		const dueOn = '2026-11-20' as CivilDate;
		const piece = 'rapprochement_conjoints_activite';
		for (const id of [complete, asked]) await decideAll(manager, id, null, own);
		await askPiece({ user: manager, id: asked, piece, message: 'Illisible', dueOn }, deps);
		expect(await idsOf({ waiting: true })).toEqual([asked]);
		for (const id of [complete, asked]) await verify({ user: manager, id }, deps);
		expect(await idsOf({ state: 'pieces-verifiees' })).toEqual([complete, asked]);
		expect(await figures('12', own.id)).toMatchObject({
			...{ transmitted: 3, verified: 2, completeAtFirst: 1, medianDays: 3.5 }
		});
	});

	test('asks for a missing paper, never for a medical one', async () => {
		const user = await aTeacher();
		const id = await transmitted(user);
		const manager = await aManager();
		const ask = (piece: string) =>
			askPiece(
				{ user: manager, id, piece, message: 'Illisible', dueOn: '2026-12-01' as never },
				deps
			);
		expect(codeOf(await ask('handicap_1000'))).toBe('http.not-found');
		expect(codeOf(await ask('rapprochement_conjoints_activite'))).toBe('ok');
		expect((await fileParts(id)).pieces).toHaveLength(1);
		expect(await inbox(user.id)).toHaveLength(1);
	});
});

test('from the deposit to the appeal: contested line, second look, results published by two people', async () => {
	const user = await aTeacher();
	const id = await transmitted(user);
	const [manager, second] = [await aManager(), await aManager()];
	const refused = 'rapprochement_conjoints';
	await decideAll(manager, id, refused);
	await verify({ user: manager, id }, deps);
	await check({ user: second, id }, deps);
	await showInitial({ user: manager, id }, deps);

	itIs('2027-01-14T10:00:00Z');
	const grounds = 'Le PACS et l’attestation de l’employeur sont joints.';
	const contested = fileIn(
		await send(user, contestBareme.kind, { id, lines: [{ rule: refused, grounds }] })
	);
	expect(contested.state).toBe('contestation');
	// What rests on the refused right fell with it.
	expect(contested.initial!.voeux[0]!.lines.map(({ rule }) => rule)).not.toContain(refused);
	expect(contested.initial!.voeux[0]!.total).toBeLessThan(200);
	expect(codeOf(await settle({ user: manager, id }, deps))).toBe('mobility.undecided');
	const answer = 'Les pièces fournies établissent la situation.';
	const words = { rule: refused, accepted: true, answer };
	expect(codeOf(await answerLine({ user: second, id, ...words }, deps))).toBe('ok');
	expect(codeOf(await settle({ user: second, id }, deps))).toBe('ok');

	const bulk = { user: manager, campaign: campaign.id, action: 'passer-en-commission' } as const;
	expect(codeOf(await takeBulkStep(bulk, deps))).toBe('ok');
	const { number } = contested;
	const line = (place: string) =>
		`Numéro;Résultat;Lieu\r\nM-${String(number).padStart(6, '0')};obtenu;${place}\r\n`;
	const prepare = async (text: string) => {
		const done = await preparePublication({ user: manager, campaign: campaign.id, text }, deps);
		if (!done.ok) throw new Error(done.error.code);
		return done.value;
	};
	itIs('2027-03-10T09:00:00Z');
	const wrong = await prepare(line('Nice'));
	expect((await rehearsalOf(wrong)).problems).toHaveLength(1);
	expect(codeOf(await publishResults({ user: second, id: wrong }, deps))).toBe(
		'mobility.not-rehearsed'
	);
	const right = await prepare(line('Rennes'));
	expect(codeOf(await publishResults({ user: manager, id: right }, deps))).toBe(
		'mobility.same-person'
	);
	expect(await stateOf(id)).toBe('commission');
	expect(await publishResults({ user: second, id: right }, deps)).toEqual({ ok: true, value: 1 });
	expect(codeOf(await publishResults({ user: second, id: right }, deps))).toBe(
		'mobility.already-signed'
	);

	const appealed = fileIn(
		await send(user, appealResult.kind, { id, grounds: 'Ma situation familiale a changé.' })
	);
	expect(appealed).toMatchObject({
		state: 'recours',
		result: { outcome: 'obtenu', place: 'Rennes', at: '2027-03-10T09:00:00.000Z' },
		contests: [{ rule: refused, accepted: true, answer }]
	});
	expect(appealed.final!.voeux[0]!.total).toBe(366.2);
	expect(clock.now().getUTCFullYear()).toBe(2027);
	const told = (await inbox(user.id)).map(({ kind }) => kind);
	expect(told.filter((kind) => kind === 'result-published')).toHaveLength(1);
});

test('the receipt is a tagged document in French, with its fonts, its title and its address', async () => {
	const user = await aTeacher();
	const { file } = await filed(user);
	const filing = await ownFiling(user.id, file.receipts[0]!.id);
	const pdf = await receiptPdf(filing!, new URL('https://carnet.example'));
	expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
	for (const mark of ['/FontFile2', 'pdfuaid:part']) expect(pdf.includes(mark), mark).toBe(true);
	const document = await PDFDocument.load(pdf, { updateMetadata: false });
	expect(document.getTitle()).toBe(`Accusé de réception, demande ${requestNumber(file.number)}`);
	const said = (name: string) => String(document.catalog.lookup(PDFName.of(name)));
	expect(said('Lang')).toBe('(fr-FR)');
	expect(said('MarkInfo')).toContain('/Marked true');
	expect(said('ViewerPreferences')).toContain('/DisplayDocTitle true');
	expect(structureOf(document)).toBe(
		'Document(Figure H1 P P P P H2 L(LI(LBody) LI(LBody)) H2 P P P P)'
	);
	expect(await ownFiling((await aTeacher()).id, file.receipts[0]!.id)).toBeNull();
});
