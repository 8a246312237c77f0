/** Starts a PostgreSQL server and migrates one database; each test file then gets its copy. */
import { migrateToLatest, openPostgres } from '$lib/server/db';
import type { TestProject } from 'vitest/node';
import { runOn, testPostgres, urlOf } from './postgres';

export default async function setup(project: TestProject) {
	const server = await testPostgres();
	const template = `carnet_template_${process.pid}`;
	const admin = server.url;
	await runOn(admin, `create database ${template}`);
	const migrated = openPostgres(urlOf(admin, template));
	await migrateToLatest(migrated.db as never);
	await migrated.close();
	project.provide('testDatabase', { engine: 'postgresql', admin, template });
	return async () => {
		await runOn(admin, `drop database if exists ${template}`);
		await server.stop();
	};
}
