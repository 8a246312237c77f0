/**
 * A page opened before a deployment still asks for the scripts of its own build, when it reaches a
 * screen it had not loaded yet. Their names hold their hash, so a new build keeps those of the
 * builds it replaces, for thirty days after each was retired.
 */
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';

const KEPT_DAYS = 30;
const IMMUTABLE = 'client/_app/immutable';
const REGISTER = 'retired.json';

/** @typedef {Record<string, string>} Retired path of each kept file → when it was retired */

/**
 * @param {string[]} before files of the replaced build, those it kept itself included
 * @param {Retired} retired what that build had kept
 * @param {Set<string>} current files of the new build
 * @param {Date} now
 * @returns {Retired}
 */
export function stillKept(before, retired, current, now) {
	const oldest = now.getTime() - KEPT_DAYS * 86_400_000;
	const dated = before
		.filter((file) => !current.has(file))
		.map((file) => /** @type {const} */ ([file, retired[file] ?? now.toISOString()]));
	return Object.fromEntries(dated.filter(([, since]) => Date.parse(since) >= oldest));
}

/** @param {string} build */
function immutableFiles(build) {
	const folder = join(build, IMMUTABLE);
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** @param {string} from the build being replaced @param {string} to the new build */
export function keepRetiredFiles(from, to) {
	const register = join(from, REGISTER);
	/** @type {Retired} */
	const retired = existsSync(register) ? JSON.parse(readFileSync(register, 'utf8')) : {};
	const kept = stillKept(immutableFiles(from), retired, new Set(immutableFiles(to)), new Date());
	for (const file of Object.keys(kept)) {
		const target = join(to, IMMUTABLE, file);
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(join(from, IMMUTABLE, file), target);
	}
	writeFileSync(join(to, REGISTER), JSON.stringify(kept, null, '\t'));
}
