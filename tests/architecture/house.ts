/** The plan of the house: which floor and which room a file is in, and what each may touch. */

export type Floor =
	| 'core'
	| 'data'
	| 'server'
	| 'client'
	| 'ui'
	| 'routes'
	| 'cli'
	| 'worker'
	| 'hooks'
	| 'migrations';

/** Each room may look at those before it. */
export const rooms = [
	'shared',
	'reference',
	'identity',
	'institution',
	'notifications',
	'career',
	'documents',
	'mobility',
	'messages',
	'eps',
	'privacy',
	'sync'
];

export function floorOf(path: string): Floor {
	const floor = /^src\/lib\/(core|data|server|client|ui)\//.exec(path)?.[1];
	if (floor) return floor as Floor;
	if (path.startsWith('src/routes/')) return 'routes';
	if (path.startsWith('src/cli/')) return 'cli';
	if (path.startsWith('src/service-worker')) return 'worker';
	if (path.startsWith('src/hooks')) return 'hooks';
	if (path.startsWith('migrations/')) return 'migrations';
	throw new Error(`no floor for ${path}`);
}

/** Folder under the floor; null for a file at its top, which composes the rooms. */
export const roomOf = (path: string): string | null =>
	/^src\/lib\/(?:core|server|client|ui)\/([^/]+)\//.exec(path)?.[1] ?? null;

interface Rights {
	readonly floors: readonly Floor[];
	readonly packages: RegExp;
}

const anything = /./;
const nothing = /^$/;

export const rights: Readonly<Record<Floor, Rights>> = {
	core: { floors: ['core'], packages: /^valibot$/ },
	data: { floors: ['data', 'core'], packages: nothing },
	server: {
		floors: ['server', 'core', 'data'],
		packages: /^(?!\$app\/|\$service-worker|\$env|svelte$|svelte\/|dexie|workbox|@lucide)/
	},
	client: {
		floors: ['client', 'core', 'data'],
		packages: /^(?!node:|kysely|pg$|pg-boss|pino|@electric-sql|lucia|\$env)/
	},
	ui: {
		floors: ['ui', 'core'],
		packages: /^(?!node:|kysely|pg$|dexie|\$app\/navigation|\$app\/forms|\$env)/
	},
	routes: {
		floors: ['core', 'data', 'server', 'client', 'ui', 'routes'],
		packages: /^(?!kysely|pg$|dexie|@electric-sql|\$env)/
	},
	cli: {
		floors: ['core', 'data', 'server', 'ui', 'cli'],
		packages: /^(?!\$app\/|svelte|dexie|\$env)/
	},
	worker: { floors: ['core', 'client', 'worker'], packages: /^(?!node:|kysely|pg$|\$env)/ },
	hooks: { floors: ['core', 'server', 'client', 'ui'], packages: anything },
	migrations: { floors: [], packages: /^kysely$/ }
};

/** Composition: files that gather what the rooms declare, and so reach into them. */
export const composes = (path: string): boolean =>
	path === 'src/lib/server/db/tables.ts' ||
	(/^src\/lib\/(server|client|ui)\//.test(path) && roomOf(path) === null);
