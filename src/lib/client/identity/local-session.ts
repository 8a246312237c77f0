/**
 * The person's own corner of this phone: their open database and the engine that feeds it. The screens
 * of `(app)` receive it from the layout's load and reach their data through it alone.
 */
import { PERSON_COOKIE, personIn, type SessionUser } from '$lib/core/identity';
import { uuidv7 } from '$lib/core/shared';
import { DeviceDatabase, LocalDatabase, databaseNameOf, keepOpen, wipeDevice } from '../db';
import { createEngine, triggerSync, type SyncEngine, type Writer } from '../sync';

export interface LocalSession {
	readonly person: SessionUser;
	readonly db: LocalDatabase;
	readonly sync: SyncEngine;
	/** What every command of the person goes through. */
	readonly writer: Writer;
}

/** Why there is nothing to show: nobody has signed in here, or not yet received their data. */
export type NoSession = 'signed-out' | 'never-received';

interface Opened {
	readonly id: string;
	readonly db: LocalDatabase;
	readonly sync: SyncEngine;
	/** What every command of the person goes through. */
	readonly writer: Writer;
	readonly close: () => void;
}

export const device = new DeviceDatabase();
let opened: Promise<Opened> | null = null;

/** The person took this device off their list from another one. */
async function forgetEverything(): Promise<void> {
	document.cookie = `${PERSON_COOKIE}=; path=/; secure; samesite=lax; max-age=0`;
	await closeLocalSession();
	await wipeDevice(device);
	location.assign('/');
}

async function open(id: string): Promise<Opened> {
	const db = new LocalDatabase(await databaseNameOf(device, id));
	const stopWatching = keepOpen(db, () => location.reload());
	await db.open();
	const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
	const sync = createEngine({
		...{ db, person: id, fetch: fetch.bind(globalThis), newId },
		...{ locks: navigator.locks, random: Math.random, elapsed: () => performance.now() },
		onRevoked: forgetEverything
	});
	const onWritten = () => void sync.run();
	const writer = { db, personId: id, now: () => new Date(), newId, onWritten };
	const stop = triggerSync(sync);
	return {
		...{ id, db, sync, writer },
		close: () => {
			stop();
			stopWatching();
			db.close({ disableAutoOpen: true });
		}
	};
}

/** Opens the database of the person this browser is signed in as; waits for the network only once. */
export async function openLocalSession(): Promise<LocalSession | NoSession> {
	const id = personIn(document.cookie);
	if (opened && (await opened).id !== id) await closeLocalSession();
	if (id === null) return 'signed-out';
	opened ??= open(id);
	const { db, sync, writer } = await opened;
	let person = await db.read('person');
	if (!person) {
		await sync.run();
		person = await db.read('person');
	}
	if (person) return { person, db, sync, writer };
	return (await db.read('sync'))?.state === 'signed-out' ? 'signed-out' : 'never-received';
}

export async function closeLocalSession(): Promise<void> {
	const closing = opened;
	opened = null;
	(await closing)?.close();
}
