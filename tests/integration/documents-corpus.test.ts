/** Every file of the two corpora, through the real inspectors: processes of their own. */
import type { Limits } from '$lib/server/documents/validation/inspect-pdf';
import { inspectorPool, residentMemory } from '$lib/server/documents/validation/inspector-pool';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostilePdfs, ofSize, soundPdf, type Hostile } from '../support/documents/hostile-pdfs';

const limits: Limits = { maxBytes: 3_000_000, maxPages: 100 };
const pool = inspectorPool();
const HONEST = 'tests/fixtures/pdf';
const honest = readdirSync(HONEST).filter((name) => name.endsWith('.pdf'));
let hostile: Hostile[];
let peak = 0;
let watch: NodeJS.Timeout;

beforeAll(async () => {
	hostile = await hostilePdfs();
	watch = setInterval(() => {
		peak = Math.max(peak, ...pool.pids.map(residentMemory));
	}, 5);
});
afterAll(() => {
	clearInterval(watch);
	pool.close();
});

test('at least sixty hostile files are all refused, each for the right reason', async () => {
	expect(hostile.length).toBeGreaterThanOrEqual(60);
	const answers = await Promise.all(
		hostile.map(async ([name, bytes, expected]) => {
			const answer = await pool.inspect(bytes, limits);
			return { name, expected, found: answer.ok ? 'accepted' : answer.refusal };
		})
	);
	expect(answers.filter(({ expected, found }) => expected !== found)).toEqual([]);
});

test('at least fifty honest files are all accepted', async () => {
	expect(honest.length).toBeGreaterThanOrEqual(50);
	const answers = await Promise.all(
		honest.map(async (name) => ({
			name,
			answer: await pool.inspect(readFileSync(`${HONEST}/${name}`), limits)
		}))
	);
	expect(answers.filter(({ answer }) => !answer.ok)).toEqual([]);
	expect(answers.every(({ answer }) => answer.ok && answer.pages >= 1)).toBe(true);
});

describe('the limit is met to the byte', () => {
	test.each([
		[2_999_999, true],
		[3_000_000, true],
		[3_000_001, false]
	])('%i bytes: %s', async (size, accepted) => {
		const bytes = ofSize(size, await soundPdf());
		expect(bytes).toHaveLength(size);
		expect((await pool.inspect(bytes, limits)).ok).toBe(accepted);
	});
});

test('a file that keeps an inspector busy is given up, and the next one is looked at', async () => {
	const impatient = inspectorPool({ size: 1, timeoutMs: 1 });
	const slow = await impatient.inspect(hostile[0]![1], limits);
	expect(slow).toEqual({ ok: false, refusal: 'documents.too-slow' });
	impatient.close();
	const sound = await pool.inspect(await soundPdf(), limits);
	expect(sound).toEqual({ ok: true, pages: 1 });
});

test('no inspector went over 256 MB', () => {
	process.stdout.write(`    mémoire d’un contrôleur : ${Math.round(peak)} Mio au plus\n`);
	expect(peak).toBeGreaterThan(0);
	expect(peak).toBeLessThanOrEqual(256);
});
