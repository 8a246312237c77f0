/**
 * The demonstration data, written once by the product's own command and then copied for each
 * server: on a PostgreSQL server when DATABASE_URL names one, else in an embedded folder.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOn, urlOf } from './postgres';
import { testSettings } from './settings.js';

export const TEST_BUILD = '.test-build/build';

export interface ServerData {
	/** Variables that lead a server to this copy. */
	readonly env: Readonly<Record<string, string>>;
	remove(): Promise<void>;
}

const given = process.env.DATABASE_URL;
const TEMPLATE = 'carnet_demo_template';
const templateFolder = () => process.env.CARNET_DEMO_TEMPLATE ?? '';

/** To be called once, before the workers start; returns what removes it. */
export async function prepareDemoData(): Promise<() => Promise<void>> {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-demo-'));
	process.env.CARNET_DEMO_TEMPLATE = folder;
	if (given) {
		await runOn(given, `drop database if exists ${TEMPLATE} with (force)`);
		await runOn(given, `create database ${TEMPLATE}`);
	}
	execFileSync(process.execPath, [`${TEST_BUILD}/cli/command-line.js`, 'migrate'], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			...testSettings,
			DEMO: '1',
			DATA_DIR: folder,
			DATABASE_URL: given ? urlOf(given, TEMPLATE) : ''
		}
	});
	return async () => {
		rmSync(folder, { recursive: true, force: true });
		if (given) await runOn(given, `drop database if exists ${TEMPLATE} with (force)`);
	};
}

let copies = 0;

/** A copy of the demonstration data for one server, or nothing at all for a first start. */
export async function copyData(from: 'demo' | 'empty'): Promise<ServerData> {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-data-'));
	const removeFolder = () => rmSync(folder, { recursive: true, force: true });
	if (!given) {
		if (from === 'demo') cpSync(templateFolder(), folder, { recursive: true });
		return { env: { DATA_DIR: folder, DATABASE_URL: '' }, remove: async () => removeFolder() };
	}
	const name = `carnet_server_${process.pid}_${++copies}`;
	await runOn(
		given,
		`create database ${name} template ${from === 'demo' ? TEMPLATE : 'template0'}`
	);
	return {
		env: { DATA_DIR: folder, DATABASE_URL: urlOf(given, name) },
		remove: async () => {
			removeFolder();
			await runOn(given, `drop database if exists ${name} with (force)`);
		}
	};
}
