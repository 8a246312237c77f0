import { describe, expect, test } from 'vitest';
import { isInstalled } from './install.js';
import { isAtLeast } from './node-version.js';
import { stillKept } from './retired-files.js';
import { isLocal, missingLines } from './settings.js';
import { add, NOTHING, ofPlaywright, ofVitest, sentence } from './test-tally.js';

test('versions of Node compare by number, not by text', () => {
	expect(isAtLeast('20.19.0', [20, 19])).toBe(true);
	expect(isAtLeast('20.9.0', [20, 19])).toBe(false);
	expect(isAtLeast('100.0.0', [20, 19])).toBe(true);
});

describe('the packages are installed', () => {
	const wanted = {
		packages: { '': {}, a: { version: '1.0.0' }, mac: { version: '2.0.0', optional: true } }
	};

	test('when each is there in the version of the lockfile, other platforms aside', () => {
		expect(isInstalled(wanted, { packages: { a: { version: '1.0.0' } } })).toBe(true);
	});
	test('not when one has another version, is missing, or nothing was ever installed', () => {
		expect(isInstalled(wanted, { packages: { a: { version: '1.0.1' } } })).toBe(false);
		expect(isInstalled(wanted, { packages: {} })).toBe(false);
		expect(isInstalled(wanted, null)).toBe(false);
	});
});

describe('the settings of an installation', () => {
	const secret = (bytes: number) => 'x'.repeat(bytes);

	test('hold a secret of the right length', () => {
		expect(missingLines('', {}, secret)).toContain(`NUMEN_KEY=${'x'.repeat(32)}`);
	});
	test('never replace a secret that is in the file or in the environment', () => {
		expect(missingLines('NUMEN_KEY=abc\n', {}, secret).join()).not.toContain('NUMEN_KEY');
		expect(missingLines('', { NUMEN_KEY: 'abc' }, secret).join()).not.toContain('NUMEN_KEY');
	});
	test('are for demonstration on this machine only', () => {
		expect(isLocal({})).toBe(true);
		expect(isLocal({ ORIGIN: 'http://localhost:4000' })).toBe(true);
		expect(isLocal({ ORIGIN: 'https://carnet.example.fr' })).toBe(false);
	});
});

describe('files of replaced builds', () => {
	const now = new Date('2026-11-22T12:00:00Z');
	const day = (text: string) => new Date(text).toISOString();

	test('are kept from the day they are replaced', () => {
		expect(stillKept(['a.js', 'b.js'], {}, new Set(['b.js']), now)).toEqual({
			'a.js': now.toISOString()
		});
	});
	test('leave after thirty days, counted from the build that replaced them first', () => {
		const retired = { 'old.js': day('2026-10-20'), 'recent.js': day('2026-11-01') };
		expect(stillKept(['old.js', 'recent.js'], retired, new Set(), now)).toEqual({
			'recent.js': day('2026-11-01')
		});
	});
	test('are current again when a later build makes them anew', () => {
		const retired = { 'a.js': day('2026-11-01') };
		expect(stillKept(['a.js'], retired, new Set(['a.js']), now)).toEqual({});
	});
});

describe('the last line of the test run', () => {
	const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
	const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 };

	test('sums the tools up', () => {
		const all = [ofVitest(report, 0), ofPlaywright({ stats }, 1)].reduce(add, NOTHING);
		expect(sentence(all)).toBe('7 passed, 2 failed, 2 skipped');
	});
	test('counts a tool that failed outside any test, or left no report', () => {
		expect(ofVitest(report, 1).failed).toBe(1);
		expect(ofVitest(null, 0).failed).toBe(1);
		expect(ofPlaywright(null, 127).failed).toBe(1);
	});
});
