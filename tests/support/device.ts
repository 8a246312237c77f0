/**
 * A phone, for tests: the product's own client code over a real IndexedDB implementation in memory,
 * talking through a `fetch` that the test gives.
 */
import type { Fetch } from '$lib/client/http';
import { LocalDatabase } from '$lib/client/db';
import { createEngine, type SyncEngine, type Writer } from '$lib/client/sync';
import { uuidv7 } from '$lib/core/shared';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { randomBytes } from 'node:crypto';

export interface Device {
	readonly db: LocalDatabase;
	readonly engine: SyncEngine;
	readonly writer: Writer;
	readonly disk: IDBFactory;
	/** The phone's own clock, in milliseconds: tests move it. */
	clock: number;
}

export interface DeviceOptions {
	readonly personId: string;
	readonly fetch: Fetch;
	/** The disk of an earlier phone: the same one, started again. */
	readonly disk?: IDBFactory;
	readonly clock?: number;
}

export function startDevice({ personId, fetch, ...rest }: DeviceOptions): Device {
	const { disk = new IDBFactory(), clock = Date.parse('2026-11-22T17:00:00Z') } = rest;
	const db = new LocalDatabase('person', { indexedDB: disk, IDBKeyRange });
	const newId = () => uuidv7(device.clock, randomBytes(10));
	const engine = createEngine({
		...{ db, person: personId, fetch, newId, protection: 'clear' },
		...{ locks: undefined, random: () => 0, elapsed: () => performance.now() },
		onRevoked: async () => void (await db.delete())
	});
	const writer: Writer = {
		...{ db, personId, newId },
		now: () => new Date(device.clock),
		// Tests decide when the phone talks.
		onWritten: () => {}
	};
	const device: Device = { db, engine, writer, disk, clock };
	return device;
}

/** Ends the phone's process; its disk stays. */
export function stopDevice(device: Device): void {
	device.engine.stop();
	device.db.close();
}
