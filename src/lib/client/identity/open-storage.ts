/**
 * Where this person's data goes on this phone, and with what protection. Deliberately absent: any
 * reading of it. A phone that may keep nothing gets a database in memory, and nothing else changes.
 */
import type { Protection } from '$lib/core/identity';
import {
	LocalDatabase,
	personOn,
	sealedWith,
	shownWithoutLock,
	type Keyring,
	type KnownPerson,
	type Sealing
} from '../db';
import { device } from './device';
import { takeKeys } from './keys/handover';
import { unlocked } from './keys/unlocked';
import { keysWithoutLock } from './keys/without-lock';
import { markPhone, phoneMark } from './phone-cookie';

export interface Storage {
	readonly db: LocalDatabase;
	readonly protection: Protection;
	/** What opens it; null when nothing is kept. */
	readonly kept: { readonly known: KnownPerson; readonly ring: Keyring } | null;
	/** The person has said whose phone this is. */
	readonly answered: boolean;
	/** The browser erased by itself what was kept here. */
	readonly evicted: boolean;
	/** The browser keeps nothing here, whatever the person says: a private window. */
	readonly refused: boolean;
}

async function inMemory(refused: boolean): Promise<Storage> {
	const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
	const db = new LocalDatabase('memory', { indexedDB: new IDBFactory(), IDBKeyRange });
	const nothing = { kept: null, answered: true, evicted: false };
	return { db, protection: 'memory', refused, ...nothing };
}

const keysOf = async (known: KnownPerson): Promise<Keyring | null> =>
	unlocked.get(known.database) ??
	(known.lock.protection === 'clear'
		? await keysWithoutLock(device, known)
		: await takeKeys(known.database));

export async function sealingOf({ lock }: KnownPerson, ring: Keyring): Promise<Sealing> {
	if (lock.protection === 'clear') return { ring, shown: shownWithoutLock };
	return (await import('./keys/derive')).sealingFor(ring);
}

/** @returns null when the person must unlock first */
export async function openStorage(person: string): Promise<Storage | null> {
	const mark = phoneMark();
	if (mark === 'partage') return inMemory(false);
	const before = await device.people.count().catch(() => null);
	const known = before === null ? null : await personOn(device, person).catch(() => null);
	if (known === null) return inMemory(true);
	const ring = await keysOf(known);
	if (!ring) return null;
	unlocked.set(known.database, ring);
	const db = new LocalDatabase(known.database);
	db.use(sealedWith(await sealingOf(known, ring)));
	await db.open();
	// The name under which the server knows this phone, whatever database it moves to.
	if ((await db.read('device')) !== known.device) await db.write('device', known.device);
	markPhone('garde');
	return {
		...{ db, protection: known.lock.protection, kept: { known, ring } },
		...{ answered: known.answered, refused: false },
		evicted: mark === 'garde' && before === 0
	};
}
