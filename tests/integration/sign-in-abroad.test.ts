import { uuidv7 } from '$lib/core/shared';
import { db } from '$lib/server/db';
import { hashPassword, signIn } from '$lib/server/identity';
import { mailJobs } from '$lib/server/mail';
import type { Role } from '$lib/core/identity';
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { useJobs } from '../support/jobs';
import { anAccount } from '../support/people';

process.env.NUMEN_KEY ??= 'ab'.repeat(32);

const password = 'cartable-horizon-tilleul';
const clock = { now: () => new Date('2027-09-15T10:00:00Z') };
const deps = { clock, newId: () => uuidv7(Date.now(), randomBytes(10)) };
let hash: string;

useDatabase();
useJobs(
	() => mailJobs({ send: async () => {}, close: () => {} }, new URL('http://localhost')),
	false
);
beforeAll(async () => {
	hash = await hashPassword(password);
});

async function from(address: string, role: Role) {
	const { id } = await anAccount({ role });
	await db().updateTable('account').set({ password_hash: hash }).where('id', '=', id).execute();
	const client = { address, device: 'Test', deviceToken: null, sessionId: null };
	const result = await signIn({ name: id, password, client }, deps);
	const events = await db()
		.selectFrom('security_event')
		.select('kind')
		.where('account_id', '=', id)
		.execute();
	const mails = await db()
		.selectFrom('mail_message')
		.select('template')
		.where('recipient', '=', `${id}@example.org`)
		.execute();
	return {
		outcome: result.ok ? result.value.next : result.error.code,
		events: events.map(({ kind }) => kind),
		mails: mails.map(({ template }) => template)
	};
}

test.each([
	['metropolitan France', '194.57.91.1'],
	['Réunion', '102.35.0.1'],
	['New Caledonia', '175.158.128.1'],
	['the school’s own network', '10.1.2.3']
])('a teacher in %s signs in as usual', async (_place, address) => {
	expect(await from(address, 'enseignant')).toEqual({
		...{ outcome: 'session', events: ['sign-in'], mails: [] }
	});
});

test('a teacher abroad proves once more that it is them, and is told', async () => {
	expect(await from('8.8.8.8', 'enseignant')).toEqual({
		...{ outcome: 'second-factor', events: ['foreign-sign-in'], mails: ['security-notice'] }
	});
});

test.each(['gestionnaire', 'chef', 'medecin', 'dpo', 'admin'] as const)(
	'a %s abroad is refused, and is told',
	async (role) => {
		expect(await from('2001:4860:4860::8888', role)).toEqual({
			outcome: 'refused-abroad',
			events: ['foreign-refused'],
			mails: ['security-notice']
		});
	}
);

test('a manager at home goes on to the second proof', async () => {
	expect((await from('194.57.91.1', 'gestionnaire')).outcome).toBe('second-factor');
});
