/** Migrates one embedded database; each test file then starts from its copy. */
import { databaseOver, migrateToLatest, openInMemory } from '$lib/server/db';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-template-'));
	const template = join(folder, 'template.tar');
	const embedded = await openInMemory();
	const db = databaseOver(embedded.pool);
	await migrateToLatest(db as never);
	const dump = await embedded.pglite.dumpDataDir('none');
	writeFileSync(template, Buffer.from(await dump.arrayBuffer()));
	await db.destroy();
	await embedded.close();
	project.provide('testDatabase', { engine: 'embedded', template });
	return () => rmSync(folder, { recursive: true, force: true });
}
