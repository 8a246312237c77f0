/** What people are told of other rooms, and what a weekly mail says of it. */
import { notificationSettingsEntity } from '$lib/core/notifications';
import { db } from '$lib/server/db';
import { mailJobs } from '$lib/server/mail';
import { newsSources } from '$lib/server/news-sources';
import { inbox, notificationJobs, sendDigests, tellNews } from '$lib/server/notifications';
import { writePersonalRow } from '$lib/server/sync';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { mailTo } from '../support/identity';
import { useJobs } from '../support/jobs';
import { anAccount, aTeacher } from '../support/people';

const origin = 'https://carnet.example';
let now = new Date();
const clock = { now: () => now };

useDatabase();
useJobs(
	() => [
		...notificationJobs({
			...{ clock, deadlines: [], news: newsSources, origin },
			sender: { send: async () => 'accepted', close: () => {} },
			log: { error: () => {} } as never
		}),
		...mailJobs({ send: async () => {}, close: () => {} }, new URL(origin))
	],
	false
);

const tell = () => tellNews({ sources: newsSources }, { clock });

test('a record that the file changes is told once; one that came with the account is not', async () => {
	const teacher = await aTeacher();
	await tell();
	expect(await inbox(teacher.id)).toEqual([]);
	now = new Date(Date.now() + 60_000);
	await sql`update agent set record_updated_at = ${now} where id = ${teacher.agentId}::uuid`.execute(
		db()
	);
	await tell();
	now = new Date(now.getTime() + 60_000);
	await tell();
	expect(await inbox(teacher.id)).toMatchObject([{ kind: 'record-changed', path: '/carriere' }]);
});

test('a change of the account’s protection is told once; signing in is not news', async () => {
	const { id } = await anAccount();
	for (const kind of ['sign-in', 'password-changed']) {
		await sql`
			insert into security_event (id, at, kind, account_id)
			values (gen_random_uuid(), ${now}, ${kind}, ${id})`.execute(db());
	}
	await tell();
	await tell();
	expect(await inbox(id)).toMatchObject([
		{ kind: 'security-event', body: 'Votre mot de passe a été changé.' }
	]);
});

test('the weekly mail goes once to those who asked, with nothing of their record', async () => {
	const [asked, other] = [await aTeacher(), await aTeacher()];
	now = new Date(Date.now() + 120_000);
	for (const { agentId } of [asked, other]) {
		await sql`update agent set record_updated_at = ${now} where id = ${agentId}::uuid`.execute(
			db()
		);
	}
	await tell();
	await writePersonalRow(
		notificationSettingsEntity,
		{ accountId: asked.id, id: asked.id, version: crypto.randomUUID() },
		() => ({ channels: { 'digest.mail': true } })
	);
	await sendDigests({ origin }, { clock });
	await sendDigests({ origin }, { clock });
	const mails = await mailTo(`${asked.id}@example.org`);
	const digests = mails.filter(({ template }) => template === 'digest');
	expect(digests).toHaveLength(1);
	expect(JSON.stringify(digests[0]!.data)).not.toContain('fichier de gestion');
	expect(digests[0]!.data).toMatchObject({
		titles: ['Changement dans votre dossier (échelon, arrêté, affectation)']
	});
	expect((await mailTo(`${other.id}@example.org`)).filter((m) => m.template === 'digest')).toEqual(
		[]
	);
});
