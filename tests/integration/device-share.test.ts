/** The server's half of a phone that encrypts: ten tries, counted here, whatever is sent together. */
import { CODE_TRIES, type SessionUser } from '$lib/core/identity';
import { db } from '$lib/server/db';
import {
	forgetShare,
	keepShare,
	listDevices,
	readShare,
	revokeDevice,
	unlockShare
} from '$lib/server/sync';
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';
import { aTeacher } from '../support/people';

useDatabase();
const bytes = () => randomBytes(32).toString('base64');
const keep = (user: SessionUser, device: string, share: string, verifier: string | null) =>
	keepShare(user, { device, label: 'Test', share, verifier });

async function aLockedPhone() {
	const phone = { user: await aTeacher(), device: randomUUID(), verifier: bytes(), share: bytes() };
	const kept = await keep(phone.user, phone.device, phone.share, phone.verifier);
	if (!kept.ok) throw new Error(kept.error.code);
	return phone;
}

test('the right code gives the share, a wrong one gives the tries left', async () => {
	const { device, verifier, share } = await aLockedPhone();
	const refused = { outcome: 'refused', left: CODE_TRIES - 1 };
	expect(await unlockShare(device, bytes())).toEqual(refused);
	expect(await unlockShare(device, verifier)).toEqual({ outcome: 'opened', share });
	// The right one starts the count again.
	expect(await unlockShare(device, bytes())).toEqual(refused);
});

test('fifty wrong codes sent together: ten are examined, then the share is gone for the right one too', async () => {
	const { device, verifier } = await aLockedPhone();
	const answers = await Promise.all(Array.from({ length: 50 }, () => unlockShare(device, bytes())));
	const left = answers.flatMap((answer) => (answer.outcome === 'refused' ? [answer.left] : []));
	expect(left.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	expect(await unlockShare(device, verifier)).toEqual({ outcome: 'gone' });
});

test('neither the code’s derived value nor the share can be read in the database', async () => {
	const { device, verifier, share } = await aLockedPhone();
	const row = await db()
		.selectFrom('device_share')
		.selectAll()
		.where('device_id', '=', device)
		.executeTakeFirstOrThrow();
	const stored = JSON.stringify(row);
	expect(stored).not.toContain(verifier);
	expect(stored).not.toContain(share);
});

test('revoking the phone makes it unreadable at once, without any contact with it', async () => {
	const { user, device, verifier, share } = await aLockedPhone();
	await revokeDevice(user, device);
	expect(await unlockShare(device, verifier)).toEqual({ outcome: 'gone' });
	expect((await keep(user, device, share, verifier)).ok).toBe(false);
});

test('nobody touches the share of somebody else’s phone', async () => {
	const { device, verifier, share } = await aLockedPhone();
	const stranger = await aTeacher();
	expect((await keep(stranger, device, bytes(), bytes())).ok).toBe(false);
	await forgetShare(stranger, device);
	expect(await unlockShare(device, verifier)).toEqual({ outcome: 'opened', share });
});

test('a session is enough for a phone without a code, and for that one only', async () => {
	const { user, device, share } = await aLockedPhone();
	expect(await readShare(user, device)).toEqual({ outcome: 'gone' });
	await keep(user, device, share, null);
	expect(await readShare(user, device)).toEqual({ outcome: 'opened', share });
	expect(await readShare(await aTeacher(), device)).toEqual({ outcome: 'gone' });
	expect(await unlockShare(device, bytes())).toEqual({ outcome: 'gone' });
	await forgetShare(user, device);
	expect(await readShare(user, device)).toEqual({ outcome: 'gone' });
});

test('a new code takes the place of the former one', async () => {
	const { user, device, verifier } = await aLockedPhone();
	const next = { share: bytes(), verifier: bytes() };
	await keep(user, device, next.share, next.verifier);
	expect(await unlockShare(device, verifier)).toMatchObject({ outcome: 'refused' });
	const opened = { outcome: 'opened', share: next.share };
	expect(await unlockShare(device, next.verifier)).toEqual(opened);
	expect(await listDevices(user)).toMatchObject([{ id: device, protection: 'code' }]);
});
