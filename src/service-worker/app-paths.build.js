/** Read by vite.config.ts: the addresses of `(app)`, which the shell may answer. */
import { readdirSync } from 'node:fs';

/** Patterns of the pages below `folder`, as the worker tests them against a path and its query. */
export function appPaths(folder = 'src/routes/(app)') {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name === '+page.svelte')
		.map((entry) => entry.parentPath.slice(folder.length))
		.map((id) => id.replace(/\/\([^)]+\)/g, '').replace(/\[[^\]]+\]/g, '[^/]+'))
		.map((path) => `^${path}/?(\\?.*)?$`)
		.sort();
}
