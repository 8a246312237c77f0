import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorTexts } from './errors';

/** Every code handed to `appError` or to its short forms in the product's source. */
function codesInSource(): Map<string, string> {
	const codes = new Map<string, string>();
	for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
		if (!/\.(ts|svelte)$/.test(entry.name) || entry.name.endsWith('.test.ts')) continue;
		const path = `${entry.parentPath}/${entry.name}`;
		for (const match of readFileSync(path, 'utf8').matchAll(
			/(?:appError|refusal|refused)\(\s*'([^']+)'/g
		))
			codes.set(match[1]!, path);
	}
	return codes;
}

test('every error code of the source has a French text', () => {
	const codes = codesInSource();
	expect(codes.size).toBeGreaterThan(0);
	const missing = [...codes].filter(([code]) => !(code in errorTexts));
	expect(missing).toEqual([]);
});

test('no text has an exclamation mark or a plain space before a double sign', () => {
	const wrong = Object.entries(errorTexts).filter(([, text]) => /!|'| [:;?»]|« /.test(text));
	expect(wrong).toEqual([]);
});
