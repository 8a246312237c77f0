import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { holdNotebook } from './hold';
import { eraseNotebook, readEntries, readEntry, writeEntries } from './notebook-database';

/** What `Clear-Site-Data` does, under the feet of the page. */
const clearStorage = async () => {
	for (const name of await Dexie.getDatabaseNames()) await Dexie.delete(name);
};

test('reading a notebook nobody opened creates none', async () => {
	expect(await readEntry('position')).toBeUndefined();
	expect(await Dexie.exists('carnet-prive')).toBe(false);
});

test('held while the browser clears its storage, the notebook is written back', async () => {
	await writeEntries([{ name: 'position', value: { corps: 'certifie' } }]);
	const putBack = await holdNotebook();
	await clearStorage();
	expect(await readEntries()).toEqual([]);
	await putBack();
	expect(await readEntry('position')).toEqual({ corps: 'certifie' });
});

test('erased, nothing is left to write back', async () => {
	await writeEntries([{ name: 'position', value: 1 }]);
	await eraseNotebook();
	const putBack = await holdNotebook();
	await putBack();
	expect(await Dexie.exists('carnet-prive')).toBe(false);
});
