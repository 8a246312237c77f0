/**
 * The built application in this process: Kit's own server and its list of routes, on an empty embedded
 * database. The code under test and the tests' own `db()` share that database, so that people and
 * sessions are written straight into it.
 */
import { setRootDatabase, type OpenDatabase } from '$lib/server/db';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Server as KitServer, SSRManifest } from '@sveltejs/kit';

const BUILT = resolve('.test-build/kit/output/server');
export const ORIGIN = 'http://localhost:3000';

const built = (file: string) => import(/* @vite-ignore */ join(BUILT, file));

export interface BuiltRoute {
	readonly id: string;
	/** `GET`, `POST ?/name`: what the build answers. */
	readonly operations: readonly string[];
}

export interface Application {
	readonly routes: readonly BuiltRoute[];
	/** Token of the command line of this machine. */
	readonly operatorToken: string;
	respond(request: Request, address: string): Promise<Response>;
	close(): Promise<void>;
}

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface PageNode {
	readonly server?: { readonly actions?: Readonly<Record<string, unknown>> };
}

async function operationsOf(
	manifest: SSRManifest,
	route: SSRManifest['_']['routes'][number]
): Promise<string[]> {
	const endpoint = route.endpoint ? ((await route.endpoint()) as Record<string, unknown>) : {};
	const own = verbs.filter((verb) => endpoint[verb] ?? endpoint['fallback']);
	if (!route.page) return own;
	const leaf = (await manifest._.nodes[route.page.leaf]!()) as PageNode;
	const actions = Object.keys(leaf.server?.actions ?? {}).map((name) => `POST ?/${name}`);
	return ['GET', ...actions, ...own];
}

export async function openApplication(): Promise<Application> {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-access-'));
	Object.assign(process.env, { ORIGIN, DEMO: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' });
	const { Server } = (await built('index.js')) as { Server: typeof KitServer };
	const { manifest } = (await built('manifest-full.js')) as { manifest: SSRManifest };
	const server = new Server(manifest);
	await server.init({ env: process.env as Record<string, string> });
	const running = (await (globalThis as { carnetApp?: Promise<unknown> }).carnetApp) as {
		database: OpenDatabase;
		close(): Promise<void>;
	};
	setRootDatabase(running.database.db);
	const { readControl } = await import('$lib/server/control');
	const routes: BuiltRoute[] = [];
	for (const route of manifest._.routes) {
		routes.push({ id: route.id, operations: await operationsOf(manifest, route) });
	}
	return {
		routes,
		operatorToken: readControl(folder)?.token ?? '',
		respond: (request, address) =>
			server.respond(request, { getClientAddress: () => address, platform: {} as App.Platform }),
		close: async () => {
			setRootDatabase(undefined);
			await running.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
