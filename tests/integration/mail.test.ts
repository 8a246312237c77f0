import { db, unitOfWork } from '$lib/server/db';
import { mailJobs, readOutbox, readReturnedMail, sendMail, tokenMatches } from '$lib/server/mail';
import { deliverMail } from '$lib/server/mail/mail.usecases';
import { outboxTransport } from '$lib/server/mail/outbox';
import { smtpTransport } from '$lib/server/mail/smtp';
import type { MailTransport } from '$lib/server/mail/transport';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { useJobs } from '../support/jobs';
import { startSmtp, type TestSmtp } from '../support/smtp';

const origin = new URL('https://carnet.example');
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
	.privateKey.export({ type: 'pkcs8', format: 'pem' })
	.toString();
const dkim = { domainName: 'carnet.example', keySelector: 'c1', privateKey };
let smtp: TestSmtp;
let transport: MailTransport;

useDatabase();
beforeAll(async () => {
	smtp = await startSmtp();
	const from = 'Carnet <ne-pas-repondre@carnet.example>';
	transport = smtpTransport({ url: smtp.url, from, origin, dkim });
});
// The queue of this file holds the messages; most tests deliver them by hand, one attempt at a time.
useJobs(() => mailJobs(transport, origin), false);
afterAll(async () => {
	transport.close();
	await smtp.close();
});
afterEach(() => {
	smtp.received.length = 0;
	smtp.refuseWith = null;
});

const messages = (recipient: string) =>
	db().selectFrom('mail_message').selectAll().where('recipient', '=', recipient).execute();

async function deliverAll(recipient: string) {
	for (const { id } of await messages(recipient))
		await deliverMail({ message: id, transport, origin: origin.origin });
}

const codeFor = (to: string, key: string) =>
	sendMail({
		template: 'activation-code',
		to,
		key,
		data: { code: '274 915', minutes: 10, flow: 'f' }
	});

test('a message arrives as text and as HTML, signed, and is not kept once it has gone', async () => {
	await codeFor('m.durand@ac-reims.example', 'activation:1');
	await deliverAll('m.durand@ac-reims.example');
	const [mail] = smtp.received;
	const [row] = await messages('m.durand@ac-reims.example');
	expect(mail!.subject).toBe('Votre code d’activation');
	expect(mail!.text).toContain('274 915');
	expect(mail!.html).toContain('274 915');
	expect(mail!.from!.text).toBe('"Carnet" <ne-pas-repondre@carnet.example>');
	expect(mail!.messageId).toBe(`<${row!.id}@carnet.example>`);
	expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
	expect(mail!.headers.has('dkim-signature')).toBe(true);
	expect(mail!.headers.has('list-unsubscribe')).toBe(false);
	expect(row).toMatchObject({ state: 'gone', data: null });
});

test('a repeated attempt, or a second request with the same key, sends nothing more', async () => {
	const to = 'once@ac-reims.example';
	await codeFor(to, 'activation:2');
	await codeFor(to, 'activation:2');
	await deliverAll(to);
	await deliverAll(to);
	expect(await messages(to)).toHaveLength(1);
	expect(smtp.received).toHaveLength(1);
});

test('a message belongs to the write that asks for it', async () => {
	const to = 'rolled-back@ac-reims.example';
	const refused = unitOfWork(async () => {
		await codeFor(to, 'activation:3');
		throw new Error('refused');
	});
	await expect(refused).rejects.toThrow('refused');
	expect(await messages(to)).toEqual([]);
});

test('a temporary refusal is an attempt that failed; a definitive one ends the message', async () => {
	const to = 'gone@ac-reims.example';
	await codeFor(to, 'activation:4');
	smtp.refuseWith = 451;
	await expect(deliverAll(to)).rejects.toThrow();
	expect((await messages(to))[0]!.state).toBe('queued');
	smtp.refuseWith = 550;
	await deliverAll(to);
	expect((await messages(to))[0]).toMatchObject({ state: 'refused', data: null });
});

const digestFor = (to: string, key: string) =>
	sendMail({
		template: 'digest',
		to,
		key,
		data: { titles: ['Une circulaire est parue'], unsubscribeUrl: `${origin.origin}/d/jeton` }
	});

test('an address that refuses our mail keeps only what is essential, until it accepts again', async () => {
	const to = 'gone@ac-reims.example';
	await digestFor(to, 'digest:1');
	await deliverAll(to);
	expect((await messages(to)).map((m) => m.state).sort()).toEqual(['refused', 'withheld']);
	await codeFor(to, 'activation:5');
	await deliverAll(to);
	await digestFor(to, 'digest:2');
	await deliverAll(to);
	expect(smtp.received.map((mail) => mail.subject)).toEqual([
		'Votre code d’activation',
		'Votre semaine dans Carnet'
	]);
});

test('what a person may stop receiving says how, to the mail program too', async () => {
	await digestFor('digest@ac-reims.example', 'digest:3');
	await deliverAll('digest@ac-reims.example');
	const { headers, text } = smtp.received[0]!;
	const list = headers.get('list') as { unsubscribe?: { url: string } } | undefined;
	expect(list?.unsubscribe?.url).toBe('https://carnet.example/d/jeton');
	expect(JSON.stringify(list)).toContain('One-Click');
	expect(text).toContain('https://carnet.example/d/jeton');
});

test('a message that comes back later silences its address', async () => {
	const to = 'returns@ac-reims.example';
	await codeFor(to, 'activation:6');
	await deliverAll(to);
	const [row] = await messages(to);
	expect(await readReturnedMail({ message: row!.id, reason: '5.1.1 unknown user' })).toBe(true);
	expect(await readReturnedMail({ message: crypto.randomUUID(), reason: 'x' })).toBe(false);
	expect(await readReturnedMail({ anything: 1 })).toBe(false);
	await digestFor(to, 'digest:4');
	await deliverAll(to);
	expect((await messages(to)).map((m) => m.state).sort()).toEqual(['gone', 'withheld']);
});

test('only the mail server’s token opens the report of returned messages', () => {
	expect(tokenMatches('Bearer secret', 'secret')).toBe(true);
	expect(tokenMatches('Bearer secreT', 'secret')).toBe(false);
	expect(tokenMatches(null, 'secret')).toBe(false);
	expect(tokenMatches('Bearer ', null)).toBe(false);
});

test('data are escaped in HTML', async () => {
	const to = 'escape@ac-reims.example';
	const data = { what: 'Un <b>nouvel</b> appareil & "autre".', when: 'le 1er mai' };
	await sendMail({ template: 'security-notice', to, data });
	await deliverAll(to);
	expect(smtp.received[0]!.html).toContain('Un &lt;b&gt;nouvel&lt;/b&gt; appareil &amp; &quot;');
});

test('the queue delivers by itself, into the folder of the demonstration', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-outbox-'));
	try {
		const outbox = outboxTransport(folder, () => new Date('2027-01-01T10:00:00Z'));
		await codeFor('demo@ac-reims.example', 'activation:7');
		const [row] = await messages('demo@ac-reims.example');
		await mailJobs(outbox, origin)[0]!.handle(
			{ message: row!.id },
			{ id: 'job', attempt: 1, signal: AbortSignal.timeout(1000) }
		);
		const [mail] = await eventually(() => readOutbox(folder));
		expect(mail).toMatchObject({ to: 'demo@ac-reims.example', at: '2027-01-01T10:00:00.000Z' });
		expect(mail!.text).toContain('274 915');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
