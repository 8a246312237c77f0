/** The `.env` of an installation: secrets made here, once, and readable by their owner alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = '.env';

/** Name of each secret and its length in bytes. */
const SECRETS = { NUMEN_KEY: 32, DOCUMENT_KEYS: 32, MEDICAL_KEYS: 32 };

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The lines that are missing from `text`.
 * @param {string} text the present file, or ''
 * @param {Record<string, string | undefined>} environment what is set there needs no line
 * @param {(bytes: number) => string} secret
 */
export function missingLines(text, environment, secret) {
	const has = (/** @type {string} */ name) =>
		environment[name] !== undefined || new RegExp(`^${name}=`, 'm').test(text);
	return Object.entries(SECRETS)
		.filter(([name]) => !has(name))
		.map(([name, bytes]) => `${name}=${secret(bytes)}`);
}

/** @param {Record<string, string | undefined>} environment */
export function isLocal({ ORIGIN }) {
	return ORIGIN === undefined || LOCAL.has(new URL(ORIGIN).hostname);
}

/**
 * Writes what is missing. Demonstration mode is only for a new file on this very machine.
 * @param {{ demo?: boolean }} [options]
 */
export function prepareSettings({ demo = false } = {}) {
	const fresh = !existsSync(FILE);
	const text = fresh ? '' : readFileSync(FILE, 'utf8');
	const lines = missingLines(text, process.env, (bytes) => randomBytes(bytes).toString('hex'));
	if (demo && fresh && process.env.DEMO === undefined && isLocal(process.env))
		lines.unshift('DEMO=1');
	if (lines.length > 0) {
		const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
		writeFileSync(FILE, `${before}${lines.join('\n')}\n`, { mode: 0o600 });
	}
	process.loadEnvFile(FILE);
	mkdirSync(process.env.DATA_DIR ?? 'data', { recursive: true, mode: 0o700 });
}
