import {
	LONGEST_PAYLOAD,
	notificationSettingsEntity,
	type NotificationSettings,
	type PushPayload
} from '$lib/core/notifications';
import { civilDate } from '$lib/core/shared';
import { db, unitOfWork } from '$lib/server/db';
import { configureAcademie } from '$lib/server/institution';
import {
	inbox,
	notificationJobs,
	notify,
	pushKeys,
	pushSender,
	rotatePushKeys,
	subscribe
} from '$lib/server/notifications';
import { isPushEndpoint } from '$lib/server/notifications/push/endpoint';
import { pushBatch, type PushDeps } from '$lib/server/notifications/push/push.usecases';
import { outcomeOf } from '$lib/server/notifications/push/sender';
import { DEVICES } from '$lib/server/notifications/push/subscriptions.usecases';
import { writePersonalRow } from '$lib/server/sync';
import { sql } from 'kysely';
import { subscribe as subscribeTo, unsubscribe as unsubscribeFrom } from 'node:diagnostics_channel';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';
import { startPushService } from '../support/push-service';

let service: Awaited<ReturnType<typeof startPushService>>;
let deps: PushDeps;
let now = new Date();
const clock = { now: () => now };
const alarms: object[] = [];

useDatabase();
beforeAll(async () => {
	service = await startPushService();
	deps = {
		sender: pushSender({
			subject: 'https://carnet.example',
			// Its signature is of the real time, whatever day the tests play.
			now: () => new Date(),
			testOrigins: [service.origin],
			ca: service.ca,
			timeoutMs: 300
		}),
		origin: 'https://carnet.example',
		log: { error: (details: object) => void alarms.push(details) } as PushDeps['log']
	};
});
// The jobs are looked at in the queue and done by hand.
useJobs(() => notificationJobs({ ...deps, clock, deadlines: [], news: [] }), false);
afterAll(async () => {
	deps.sender.close();
	await service.close();
});
beforeEach(() => {
	// A Wednesday at noon, in term.
	now = new Date('2027-09-15T10:00:00Z');
	service.received.length = 0;
	service.attempts.length = 0;
	alarms.length = 0;
});

async function aPhone(accountId: string, behaviour?: string) {
	const { publicKey } = await pushKeys();
	const subscription = service.subscribe(publicKey, behaviour);
	const command = { accountId, subscription };
	const result = await subscribe(command, { clock, testOrigins: [service.origin] });
	if (!result.ok) throw new Error(result.error.code);
	return subscription;
}

const subscriptionsOf = (accountId: string) =>
	db()
		.selectFrom('push_subscription')
		.select('endpoint')
		.where('account_id', '=', accountId)
		.execute();

const aCircular = (to: string[], key: string = crypto.randomUUID()) =>
	notify(
		{
			kind: 'circular-published',
			key,
			to,
			data: { circular: 'c1', title: 'Mouvement 2028', readBefore: '12 mars', corrects: false }
		},
		{ clock }
	);

const idsOf = async (accountId: string) => (await inbox(accountId)).map(({ id }) => id);
const pushAll = async (accountId: string) =>
	pushBatch({ notifications: await idsOf(accountId) }, deps);

const wants = (accountId: string, settings: NotificationSettings) =>
	writePersonalRow(
		notificationSettingsEntity,
		{ accountId, id: accountId, version: crypto.randomUUID() },
		() => settings
	);

const waitingJobs = async () =>
	(
		await sql<{ start: Date; ids: string[] }>`
			select start_after as start, array(select jsonb_array_elements_text(data->'notifications')) as ids
			from pgboss.job where name = 'notifications.push' and state = 'created'`.execute(db())
	).rows;

describe('telling people', () => {
	test('is in each inbox once, however often it is asked', async () => {
		const [one, two] = [(await anAccount()).id, (await anAccount()).id];
		expect(await aCircular([one, two, one], 'circulaire:c1')).toBe(2);
		expect(await aCircular([one, two], 'circulaire:c1')).toBe(0);
		expect(await inbox(one)).toMatchObject([{ kind: 'circular-published', readAt: null }]);
	});

	test('belongs to the write that asks for it', async () => {
		const { id } = await anAccount();
		const lost = unitOfWork(async () => {
			await aCircular([id]);
			throw new Error('refused');
		});
		await expect(lost).rejects.toThrow('refused');
		expect(await inbox(id)).toEqual([]);
	});

	test('reaches phones at once by day, and in the morning when it is told at night', async () => {
		const { id } = await anAccount();
		const start = async () => {
			const [notification] = await idsOf(id);
			return (await waitingJobs()).find(({ ids }) => ids.includes(notification!))!.start;
		};
		await aCircular([id]);
		expect(await start()).toEqual(now);
		// Friday, 20:00 in Paris.
		now = new Date('2027-09-17T18:00:00Z');
		await aCircular([id]);
		expect(await start()).toEqual(new Date('2027-09-20T05:30:00Z'));
	});

	test('waits for the end of holidays that the académie itself has set', async () => {
		const { id, academie } = await anAccount();
		const days = { from: civilDate('2027-09-13'), to: civilDate('2027-09-17') };
		await configureAcademie({ code: academie, settings: { holidays: [days] } });
		await aCircular([id]);
		const [notification] = await idsOf(id);
		const job = (await waitingJobs()).find(({ ids }) => ids.includes(notification!));
		expect(job!.start).toEqual(new Date('2027-09-20T05:30:00Z'));
		await sql`update academie set settings = '{}'`.execute(db());
	});

	test('security does not wait', async () => {
		const { id } = await anAccount();
		now = new Date('2027-09-18T01:00:00Z');
		const data = { event: 'e1', what: 'Un nouvel appareil est connecté.' };
		await notify({ kind: 'security-event', key: 'e1', to: [id], data }, { clock });
		const [notification] = await idsOf(id);
		expect((await waitingJobs()).find(({ ids }) => ids.includes(notification!))!.start).toEqual(
			now
		);
	});

	test('a person who wants no quiet hours is told at once, at night too', async () => {
		const { id } = await anAccount();
		await wants(id, { quiet: false });
		now = new Date('2027-09-18T01:00:00Z');
		await aCircular([id]);
		const [notification] = await idsOf(id);
		const job = (await waitingJobs()).find(({ ids }) => ids.includes(notification!));
		expect(job!.start).toEqual(now);
	});

	test('a person who does not want it on the phone finds it in the inbox only', async () => {
		const { id } = await anAccount();
		await wants(id, { channels: { 'circular-published.push': false } });
		await aCircular([id]);
		const [notification] = await idsOf(id);
		expect((await waitingJobs()).some(({ ids }) => ids.includes(notification!))).toBe(false);
	});
});

describe('a message to a phone', () => {
	test('is encrypted for it, signed by us, and replaces the one before', async () => {
		const { id } = await anAccount();
		await aPhone(id);
		await aCircular([id]);
		await pushAll(id);
		await aCircular([id]);
		await pushAll(id);
		expect(service.received).toHaveLength(2);
		const [first, second] = service.received;
		expect(first).toMatchObject({
			urgency: 'normal',
			ttl: 259_200,
			subject: 'https://carnet.example'
		});
		expect(first!.topic).toMatch(/^[A-Za-z0-9_-]{32}$/);
		expect(second!.topic).toBe(first!.topic);
		const payload = JSON.parse(second!.text) as PushPayload;
		expect(payload).toEqual({
			web_push: 8030,
			notification: {
				...{ title: 'Mouvement 2028', body: 'À lire avant le 12 mars', lang: 'fr', dir: 'ltr' },
				...{ tag: 'circulaire-c1', navigate: 'https://carnet.example/messages/circulaires/c1' }
			},
			app_badge: 2
		});
		expect(second!.text.length).toBeLessThan(LONGEST_PAYLOAD);
	});

	test('says nothing of what is sensitive', async () => {
		const { id } = await anAccount();
		await aPhone(id);
		const data = { change: 'x', what: 'Promotion à la hors-classe' };
		await notify({ kind: 'record-changed', key: 'x', to: [id], data }, { clock });
		await pushAll(id);
		expect(service.received[0]!.text).not.toContain('hors-classe');
		expect(service.received[0]!.text).toContain('Une nouvelle vous attend.');
	});

	test('is sent once to each device, a repeated job included, and not once it has been read', async () => {
		const { id } = await anAccount();
		await aPhone(id);
		await aPhone(id);
		await aCircular([id]);
		await pushAll(id);
		await pushAll(id);
		expect(service.received).toHaveLength(2);
		await aCircular([id]);
		await sql`update notification set read_at = now() where account_id = ${id}::uuid`.execute(db());
		await pushAll(id);
		expect(service.received).toHaveLength(2);
	});

	test.each(['404', '410'])('%s forgets the device', async (status) => {
		const { id } = await anAccount();
		await aPhone(id, status);
		await aCircular([id]);
		await pushAll(id);
		expect(await subscriptionsOf(id)).toEqual([]);
	});

	test.each(['429', '500', '503', 'dead', 'slow'])(
		'%s is tried again, for that device alone',
		async (behaviour) => {
			const { id } = await anAccount();
			await aPhone(id);
			await aPhone(id, behaviour);
			await aCircular([id]);
			await expect(pushAll(id)).rejects.toThrow('1 of 2 to be tried again');
			await expect(pushAll(id)).rejects.toThrow('1 of 1 to be tried again');
			expect(service.received).toHaveLength(1);
			expect(await subscriptionsOf(id)).toHaveLength(2);
		}
	);

	test('413 and a redirection end there: nothing is repeated, nothing is followed', async () => {
		const { id } = await anAccount();
		await aPhone(id, '413');
		await aPhone(id, '302');
		await aCircular([id]);
		await pushAll(id);
		await pushAll(id);
		expect(service.attempts).toHaveLength(2);
		expect(service.attempts).not.toContain('/201/elsewhere');
	});

	test('403 is an alarm', async () => {
		const { id } = await anAccount();
		await aPhone(id, '403');
		await aCircular([id]);
		await pushAll(id);
		expect(alarms).toEqual([{ count: 1 }]);
	});

	test('thirty messages to one service share its connections and its signed header', async () => {
		const ids = await Promise.all(Array.from({ length: 30 }, async () => (await anAccount()).id));
		for (const id of ids) await aPhone(id);
		const before = service.connections();
		await aCircular(ids);
		const all = (await Promise.all(ids.map(idsOf))).flat();
		await pushBatch({ notifications: all }, deps);
		expect(service.received).toHaveLength(30);
		await aCircular(ids);
		await pushBatch({ notifications: (await Promise.all(ids.map(idsOf))).flat() }, deps);
		expect(service.received).toHaveLength(60);
		expect(service.connections() - before).toBeLessThanOrEqual(30);
	});
});

describe('a subscription', () => {
	test('follows whoever signed in last on a shared phone', async () => {
		const [one, two] = [(await anAccount()).id, (await anAccount()).id];
		const subscription = await aPhone(one);
		await subscribe({ accountId: two, subscription }, { clock, testOrigins: [service.origin] });
		expect(await subscriptionsOf(one)).toEqual([]);
		expect(await subscriptionsOf(two)).toHaveLength(1);
	});

	test('is one of at most ten: the one confirmed longest ago is forgotten', async () => {
		const { id } = await anAccount();
		const first = await aPhone(id);
		for (let n = 0; n < DEVICES; n++) {
			now = new Date(now.getTime() + 1000);
			await aPhone(id);
		}
		const kept = (await subscriptionsOf(id)).map(({ endpoint }) => endpoint);
		expect(kept).toHaveLength(DEVICES);
		expect(kept).not.toContain(first.endpoint);
	});

	test('under another key than the current one is to be made again; those already made still work', async () => {
		const { id } = await anAccount();
		await aPhone(id);
		const old = await pushKeys();
		const next = await rotatePushKeys();
		expect(next.publicKey).not.toBe(old.publicKey);
		const late = await subscribe(
			{ accountId: id, subscription: service.subscribe(old.publicKey) },
			{ clock, testOrigins: [service.origin] }
		);
		expect(!late.ok && late.error.code).toBe('notifications.old-push-key');
		await aPhone(id);
		await aCircular([id]);
		await pushAll(id);
		expect(service.received).toHaveLength(2);
	});

	test('keys are made once, even by instances that start together', async () => {
		await sql`update push_key set retired_at = now() where retired_at is null`.execute(db());
		const keys = await Promise.all([pushKeys(), pushKeys(), pushKeys()]);
		expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1);
	});
});

describe('hostile endpoints', () => {
	const real = [
		'https://fcm.googleapis.com/fcm/send/abc',
		'https://updates.push.services.mozilla.com/wpush/v2/abc',
		'https://web.push.apple.com/abc',
		'https://wns2-par02p.notify.windows.com/w/?token=abc'
	];
	const names = [
		...['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '10.0.0.1', '169.254.169.254', '2130706433'],
		...['0x7f000001', '127.1', '[::ffff:127.0.0.1]', 'metadata.google.internal', 'example.org'],
		...[
			'fcm.googleapis.com.evil.example',
			'evil-fcm.googleapis.com.example',
			'xfcm.googleapis.com'
		],
		...['push.apple.com.evil.example', 'evilpush.apple.com', 'notify.windows.com.evil.example'],
		...['fcm.googleapis.com:8443', 'web.push.apple.com:22', 'user@fcm.googleapis.com']
	];
	const hostile = [
		...names.flatMap((name) => [`https://${name}/x`, `http://${name}/x`]),
		...['http://fcm.googleapis.com/x', 'ftp://fcm.googleapis.com/x', 'file:///etc/passwd'],
		...['javascript:alert(1)', 'data:text/plain,x', '//fcm.googleapis.com/x', '', 'https://'],
		...['https://fcm.googleapis.com@127.0.0.1/', 'https://fcm.googleapis.com\\@127.0.0.1/'],
		...['https://127.0.0.1\\.push.apple.com/', 'https://fcm.googleapis.com /x', 'not an address'],
		...['https://fcm.googleapis.com#@127.0.0.1/', `https://fcm.googleapis.com/${'x'.repeat(2000)}`],
		...['https://fcm。googleapis.com.evil.example/', 'https://evil.example/?fcm.googleapis.com'],
		...['https://web.push.apple.com./x', 'https://.push.apple.com/x', 'gopher://localhost/x']
	];

	test('real push services are known', () => {
		for (const endpoint of real) expect(isPushEndpoint(endpoint), endpoint).toBe(true);
	});

	test(`${hostile.length} are refused when kept and when sent to: no connection at all`, async () => {
		expect(hostile.length).toBeGreaterThanOrEqual(60);
		const { id } = await anAccount();
		const keys = await pushKeys();
		const dialled: unknown[] = [];
		const dial = (event: unknown) => void dialled.push(event);
		subscribeTo('net.client.socket', dial);
		const strict = pushSender({ subject: 'https://carnet.example', now: () => new Date() });
		for (const endpoint of [...hostile, `${service.origin}/201/x`]) {
			const good = service.subscribe(keys.publicKey);
			const subscription = { ...good, endpoint };
			const kept = await subscribe({ accountId: id, subscription }, { clock, testOrigins: [] });
			expect(kept.ok, endpoint).toBe(false);
			const target = { endpoint, ...good.keys };
			const message = { payload: '{}', group: 'g', urgent: false };
			expect(await strict.send(target, message, keys), endpoint).toBe('gone');
		}
		strict.close();
		unsubscribeFrom('net.client.socket', dial);
		expect(dialled).toEqual([]);
	});

	test('each answer of a service has one meaning', () => {
		expect([200, 404, 410, 413, 429, 500, 403, 400, undefined].map(outcomeOf)).toEqual([
			...['refused', 'gone', 'gone', 'refused', 'later', 'later', 'forbidden', 'refused', 'later']
		]);
	});
});
