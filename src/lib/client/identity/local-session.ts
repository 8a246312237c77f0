/**
 * The person's own corner of this phone: their open database and the engine that feeds it. The screens
 * of `(app)` receive it from the layout's load and reach their data through it alone.
 */
import { IDLE_LOCK_SECONDS, personIn, type Protection, type SessionUser } from '$lib/core/identity';
import { uuidv7 } from '$lib/core/shared';
import { keepOpen, wipeDevice, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { createEngine, triggerSync, type SyncEngine, type Writer } from '../sync';
import { device } from './device';
import { whenIdle, type Idle } from './idle';
import { shareKeys } from './keys/handover';
import { unlocked } from './keys/unlocked';
import { bringKeysBack, isIncomplete } from './keys/without-lock';
import { openStorage, type Storage } from './open-storage';
import { forgetPerson } from './phone-cookie';
import { mayRead, noteContact, watchReading } from './reading';

/** How this phone keeps what it shows. */
export interface Phone {
	readonly protection: Protection;
	readonly answered: boolean;
	readonly evicted: boolean;
	readonly refused: boolean;
	/** Part of what is kept cannot be read before the network comes back. */
	readonly incomplete: Live<boolean>;
	/** Writes never sent that no key opens any more. */
	readonly lost: Live<number>;
	/** The person has been told. */
	acknowledgeLoss(): void;
	/** Closes everything, on every tab, until the person opens it again. */
	lock(): void;
}

export interface LocalSession {
	readonly person: SessionUser;
	readonly db: LocalDatabase;
	readonly sync: SyncEngine;
	/** What every command of the person goes through. */
	readonly writer: Writer;
	readonly phone: Phone;
}

/**
 * Why there is nothing to show: nobody has signed in here, or not yet received their data; it is
 * locked, or the server has not been heard of for too long.
 */
export type NoSession = 'signed-out' | 'never-received' | 'locked' | 'expired';

interface Opened extends Omit<LocalSession, 'person'> {
	readonly id: string;
	readonly storage: Storage;
	readonly close: () => void;
}

let opened: Promise<Opened | null> | null = null;

/** Nothing of anybody stays in this browser but who is signed in. */
export async function forgetData(): Promise<void> {
	await closeLocalSession();
	unlocked.clear();
	await wipeDevice(device);
}

/** Nor that: the person leaves, or took this device off their list from another one. */
export async function forgetEverything(): Promise<void> {
	forgetPerson();
	await forgetData();
}

async function leave(): Promise<void> {
	await forgetEverything();
	location.assign('/');
}

/** Locks when the person has gone, here and on the other tabs. */
function guardKeys({ kept, protection }: Storage): { lock: () => void; stop: () => void } {
	if (!kept) return { lock: () => {}, stop: () => {} };
	let idle: Idle | undefined;
	const shutHere = () => {
		unlocked.clear();
		shared.stop();
		// A page of its own: nothing of what was shown stays in memory.
		location.reload();
	};
	const shared = shareKeys(kept.known.database, kept.ring, {
		onInUse: () => idle?.touch(),
		onLock: shutHere
	});
	const lock = () => {
		shared.lock();
		shutHere();
	};
	if (protection !== 'clear')
		idle = whenIdle({ seconds: IDLE_LOCK_SECONDS, onIdle: lock, onActive: shared.sayInUse });
	const stop = () => {
		idle?.stop();
		shared.stop();
	};
	return { lock, stop };
}

async function open(id: string): Promise<Opened | null> {
	const storage = await openStorage(id);
	if (!storage) return null;
	const { db, protection, kept, answered, evicted, refused } = storage;
	const stopWatching = keepOpen(db, () => location.reload());
	const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
	const keys = kept && { device, person: id, db, ring: kept.ring };
	const sync = createEngine({
		...{ db, person: id, fetch: fetch.bind(globalThis), newId, protection },
		...{ locks: navigator.locks, random: Math.random, elapsed: () => performance.now() },
		...(keys && { prepare: () => bringKeysBack(keys) }),
		onRevoked: leave,
		onExchanged: () => noteContact(db)
	});
	const onWritten = () => void sync.run();
	const writer = { db, personId: id, now: () => new Date(), newId, onWritten };
	const guard = guardKeys(storage);
	const stopReading = watchReading(db, () => location.reload());
	const stopSync = triggerSync(sync);
	return {
		...{ id, storage, db, sync, writer },
		phone: {
			...{ protection, answered, evicted, refused, lock: guard.lock },
			lost: new Live(async () => (await db.read('lost')) ?? 0),
			acknowledgeLoss: () => void db.write('lost', 0),
			incomplete: new Live(async () => !!keys && isIncomplete(device, id, keys.ring))
		},
		close: () => {
			stopSync();
			stopReading();
			guard.stop();
			stopWatching();
			db.close({ disableAutoOpen: true });
		}
	};
}

/** Reading closes after seven days; one exchange opens it again. */
async function isExpired({ db, sync }: Opened): Promise<boolean> {
	if (await mayRead(db)) return false;
	await sync.retryNow();
	return !(await mayRead(db));
}

/** Opens the database of the person this browser is signed in as; waits for the network only once. */
export async function openLocalSession(): Promise<LocalSession | NoSession> {
	const id = personIn(document.cookie);
	if (opened && (await opened)?.id !== id) await closeLocalSession();
	if (id === null) return 'signed-out';
	opened ??= open(id);
	const session = await opened;
	if (!session) {
		opened = null;
		return 'locked';
	}
	if (await isExpired(session)) return 'expired';
	const { db, sync, writer, phone } = session;
	let person = await db.read('person');
	if (!person) {
		await sync.run();
		person = await db.read('person');
	}
	if (person) return { person, db, sync, writer, phone };
	return (await db.read('sync'))?.state === 'signed-out' ? 'signed-out' : 'never-received';
}

/** What is open and where it is kept, for who changes it. */
export const currentStorage = async (): Promise<Storage | null> => (await opened)?.storage ?? null;

export async function closeLocalSession(): Promise<void> {
	const closing = opened;
	opened = null;
	(await closing)?.close();
}
