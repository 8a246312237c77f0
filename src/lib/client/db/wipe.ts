/** Sign-out: nothing of anybody stays in this browser. */
import Dexie from 'dexie';
import type { DeviceDatabase } from './device';

async function deleteDatabase(name: string): Promise<void> {
	// Another tab that does not let go must not hold the sign-out; its data goes with Clear-Site-Data.
	await Promise.race([
		Dexie.delete(name).catch(() => {}),
		new Promise((resolve) => setTimeout(resolve, 2000))
	]);
}

/** A person's database, and the one of the pieces that wait. */
export async function deletePerson(database: string): Promise<void> {
	await Promise.all([database, `${database}-pieces`].map(deleteDatabase));
}

export async function wipeDevice(device: DeviceDatabase): Promise<void> {
	const people = await device.people.toArray();
	device.close();
	await deleteDatabase(device.name);
	await Promise.all(people.map(({ database }) => deletePerson(database)));
}

/** The application's own files; without the network they are left, else there would be no page at all. */
export async function wipeCaches(): Promise<void> {
	if (!('caches' in globalThis)) return;
	for (const name of await caches.keys()) await caches.delete(name);
}
