/** The inbox on the phone, and what leaves it by mail: the product's own client against its server. */
import { markAsRead, myInboxGroups } from '$lib/client/notifications/inbox';
import { changeSettings } from '$lib/client/notifications/settings';
import { countUnread } from '$lib/client/notifications/unread';
import type { SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import { inbox, notificationJobs, notify, stopMails } from '$lib/server/notifications';
import { mailNotifications } from '$lib/server/notifications/mail-notifications.usecases';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { startDevice } from '../support/device';
import { mailTo } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';
import { serverFetch } from '../support/sync-server';
import { mailJobs } from '$lib/server/mail';

const origin = 'https://carnet.example';
// A Wednesday at noon, in term.
const clock = { now: () => new Date('2027-09-15T10:00:00Z') };
const deps = {
	...{ origin, clock, deadlines: [], news: [] },
	sender: { send: async () => 'accepted' as const, close: () => {} },
	log: { error: () => {} } as never
};

useDatabase();
useJobs(
	() => [
		...notificationJobs(deps),
		...mailJobs({ send: async () => {}, close: () => {} }, new URL(origin))
	],
	false
);

const aPhone = (user: SessionUser) =>
	startDevice({ personId: user.id, fetch: serverFetch(() => user) });

const tellOfRecord = (to: string, what: string) =>
	notify(
		{ kind: 'record-changed', key: crypto.randomUUID(), to: [to], data: { change: 'r1', what } },
		{ clock }
	);

test('what a person is told reaches their phone; read offline there, it is read everywhere', async () => {
	const user = await anAccount();
	await tellOfRecord(user.id, 'Échelon 9');
	await tellOfRecord(user.id, 'Échelon 9, arrêté du 3 mai');
	const [phone, tablet] = [aPhone(user), aPhone(user)];
	await phone.engine.run();
	await tablet.engine.run();
	const [group] = await myInboxGroups(phone.db);
	expect(group).toMatchObject({ earlier: 1, latest: { title: 'Votre dossier a changé' } });
	expect(await countUnread(tablet.db)).toBe(2);

	await markAsRead(phone.writer, group!.unread);
	expect(await countUnread(phone.db)).toBe(0);
	expect((await inbox(user.id)).filter(({ readAt }) => readAt === null)).toHaveLength(2);
	await phone.engine.run();
	await tablet.engine.run();
	expect(await countUnread(tablet.db)).toBe(0);
	expect((await inbox(user.id)).filter(({ readAt }) => readAt === null)).toEqual([]);
});

test('nobody reads, nor marks, what was told to somebody else', async () => {
	const [mine, other] = [await anAccount(), await anAccount()];
	await tellOfRecord(mine.id, 'Échelon 9');
	const theirs = aPhone(other);
	await theirs.engine.run();
	expect(await myInboxGroups(theirs.db)).toEqual([]);
	const [told] = await inbox(mine.id);
	await markAsRead(theirs.writer, [told!.id]);
	await theirs.engine.run();
	expect((await inbox(mine.id))[0]!.readAt).toBeNull();
});

test('a mail says nothing of what is sensitive, and its link stops those mails and no others', async () => {
	const user = await anAccount();
	const address = `${user.id}@example.org`;
	const mailAll = async () =>
		mailNotifications({ notifications: (await inbox(user.id)).map(({ id }) => id) }, deps);
	await tellOfRecord(user.id, 'Promotion à la hors-classe');
	await mailAll();
	await mailAll();
	const [mail, ...repeats] = await mailTo(address);
	expect(repeats).toEqual([]);
	expect(JSON.stringify(mail)).not.toContain('hors-classe');

	const link = new URL((mail!.data as unknown as { unsubscribeUrl: string }).unsubscribeUrl);
	const forged = new URLSearchParams(link.searchParams);
	forged.set('compte', (await anAccount()).id);
	const newId = () => crypto.randomUUID();
	expect(await stopMails(forged, { newId })).toBe(false);
	expect(await stopMails(link.searchParams, { newId })).toBe(true);

	const waiting = () =>
		sql<{ count: number }>`
			select count(*) from pgboss.job where name = 'notifications.mail'`.execute(db());
	const before = (await waiting()).rows[0]!.count;
	await tellOfRecord(user.id, 'Autre changement');
	expect((await waiting()).rows[0]!.count).toBe(before);
	const phone = aPhone(user);
	await phone.engine.run();
	await changeSettings(phone.writer, { channels: { 'record-changed.mail': true } });
	await phone.engine.run();
	await tellOfRecord(user.id, 'Encore un changement');
	expect((await waiting()).rows[0]!.count).toBe(before + 1);
});
