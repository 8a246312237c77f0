/**
 * Keys of a phone without a lock: the career stays readable, the rest is sealed under a key that
 * lives in memory. The server's share brings it back to whoever holds the session; without the
 * network a new key is put in the box and writing goes on.
 */
import { ok, type Result } from '$lib/core/shared';
import {
	forgetUnreadable,
	rewrite,
	type DeviceDatabase,
	type Keyring,
	type KnownPerson,
	type LocalDatabase,
	type Lock
} from '../../db';
import type { HttpFailure } from '../../http';
import { newBox, putIn, takeOut } from './box';
import { takeKeys } from './handover';
import { randomBytes, ringOf } from './ring';
import { keepShare, readShare } from './share';

type ClearLock = Extract<Lock, { protection: 'clear' }>;

/** How long the first screen waits for the rest, when there seems to be a network. */
const WAIT_MS = 1500;
const MOST_KEYS = 20;

const clearLockOf = ({ lock }: KnownPerson): ClearLock => {
	if (lock.protection !== 'clear') throw new Error('this phone has a lock');
	return lock;
};

const missingFrom = ({ keys }: ClearLock, ring: Keyring) =>
	keys.filter(({ name }) => !ring.keys.has(name));

async function addKeys({ keys }: ClearLock, secret: string, ring: Keyring): Promise<void> {
	for (const { name, wrapped } of keys) ring.keys.set(name, await takeOut(secret, wrapped));
}

async function recovered(known: KnownPerson): Promise<Keyring | null> {
	const lock = clearLockOf(known);
	const last = lock.keys.at(-1);
	if (!last || !navigator.onLine) return null;
	const answer = await readShare(known.device, WAIT_MS);
	if (!answer.ok || answer.value.outcome !== 'opened') return null;
	const ring: Keyring = { current: last.name, keys: new Map() };
	await addKeys(lock, answer.value.share, ring);
	return ring;
}

/** A key for what will be written until the others come back. */
async function another(device: DeviceDatabase, known: KnownPerson): Promise<Keyring> {
	const ring = ringOf(randomBytes());
	const { box, keys } = clearLockOf(known);
	// Without a box nothing has been received yet: the first exchange makes one.
	if (!box) return ring;
	const wrapped = await putIn(box, ring.keys.get(ring.current)!);
	const lock = { ...clearLockOf(known), keys: [...keys, { name: ring.current, wrapped }] };
	await device.people.update(known.person, { lock });
	return ring;
}

export const keysWithoutLock = async (
	device: DeviceDatabase,
	known: KnownPerson
): Promise<Keyring> =>
	(await takeKeys(known.database)) ?? (await recovered(known)) ?? another(device, known);

interface Context {
	readonly device: DeviceDatabase;
	readonly person: string;
	readonly db: LocalDatabase;
	readonly ring: Keyring;
}

/** Gives the server the half that opens a new box, then puts this page's keys in it. */
async function makeBox(
	{ device, db, ring }: Context,
	known: KnownPerson
): Promise<Result<unknown, HttpFailure>> {
	const { box, secret } = await newBox();
	const kept = await keepShare(known.device, { share: secret, verifier: null });
	if (!kept.ok) return kept;
	const lost = await forgetUnreadable(db.name, ring);
	if (lost > 0) await db.write('lost', lost);
	const keys = await Promise.all(
		[...ring.keys].map(async ([name, key]) => ({ name, wrapped: await putIn(box, key) }))
	);
	await device.people.update(known.person, { lock: { protection: 'clear', box, keys } });
	return ok(null);
}

/** Before each exchange: every key is here, or given up for good. */
export async function bringKeysBack(context: Context): Promise<Result<unknown, HttpFailure>> {
	const { device, person, db, ring } = context;
	const known = await device.people.get(person);
	if (known?.lock.protection !== 'clear') return ok(null);
	const { lock } = known;
	if (lock.box === null) return makeBox(context, known);
	if (missingFrom(lock, ring).length === 0) return ok(null);
	const answer = await readShare(known.device);
	if (!answer.ok) return answer;
	if (answer.value.outcome !== 'opened') return makeBox(context, known);
	await addKeys(lock, answer.value.share, ring);
	await rewrite(db);
	await device.people.update(person, { lock: { ...lock, keys: lock.keys.slice(-MOST_KEYS) } });
	return ok(null);
}

/** Some of what the person wrote here cannot be read before the network comes back. */
export async function isIncomplete(
	device: DeviceDatabase,
	person: string,
	ring: Keyring
): Promise<boolean> {
	const known = await device.people.get(person);
	return known?.lock.protection === 'clear' && missingFrom(known.lock, ring).length > 0;
}
