/** Read by vite.config.ts: the addresses that the shell may answer, `(app)` and its lock. */
import { readdirSync } from 'node:fs';

/**
 * Paths of the pages below `folder`.
 * @param {string} folder
 */
const pathsIn = (folder) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name === '+page.svelte')
		.map((entry) => entry.parentPath.slice(folder.length));

/** Patterns of the pages, as the worker tests them against a path and its query. */
export function appPaths(folders = ['src/routes/(app)', 'src/routes/(verrou)']) {
	return folders
		.flatMap(pathsIn)
		.map((id) => id.replace(/\/\([^)]+\)/g, '').replace(/\[[^\]]+\]/g, '[^/]+'))
		.map((path) => `^${path}/?(\\?.*)?$`)
		.sort();
}
