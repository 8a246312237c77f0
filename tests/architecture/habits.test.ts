/** Habits of the house that no tool knows of. */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { floorOf } from './house';
import { filesUnder, sourceFiles } from './source-files';

const pathsWhere = (matches: (text: string, path: string) => boolean) =>
	sourceFiles.filter(({ text, path }) => matches(text, path)).map(({ path }) => path);

const importersOf = (specifier: RegExp) =>
	sourceFiles
		.filter(({ imports }) => imports.some((imported) => specifier.test(imported.specifier)))
		.map(({ path }) => path);

describe('offline', () => {
	test('no screen of the application asks the server for its data', () => {
		const serverFiles = filesUnder('src/routes', /\.server\.(ts|js)$/);
		const below = serverFiles.filter(
			(path) => path.startsWith('src/routes/(app)/') || /^src\/routes\/\+layout\.server/.test(path)
		);
		expect(below).toEqual([]);
	});

	test('the list of files to keep offline is read in one place', () => {
		expect(importersOf(/^\$service-worker$/).length).toBeLessThanOrEqual(1);
	});

	test('no configuration is fetched by the browser', () => {
		expect(importersOf(/^\$env\//)).toEqual([]);
	});
});

describe('the machine', () => {
	test('the environment is read in one place', () => {
		// The setup runs before the build, and the HTTP server hands the environment to the adapter.
		const before = /^src\/cli\/(setup\.js|setup\/|serve\.js)/;
		const readers = pathsWhere((text, path) => /process\.env\b/.test(text) && !before.test(path));
		expect(readers).toEqual(['src/lib/server/env.ts']);
	});

	test('the core knows neither the time, nor chance, nor the network, nor a screen', () => {
		const impure =
			/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bindexedDB\b|\blocalStorage\b|\bwindow\.|\bdocument\./;
		const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
		// The system clock is the one that is handed in.
		const readers = pathsWhere((text, path) => floorOf(path) === 'core' && impure.test(code(text)));
		expect(readers).toEqual(['src/lib/core/shared/clock.ts']);
	});
});

test('there is one way into a session, which looks at the proof', () => {
	// Its definition, the index that exports it for tests, and the only caller.
	const callers = pathsWhere(
		(text, path) => /\bopenSession\b/.test(text) && !path.endsWith('.test.ts')
	);
	expect(callers.filter((path) => path.startsWith('src/')).sort()).toEqual([
		'src/lib/server/identity/enter.ts',
		'src/lib/server/identity/index.ts',
		'src/lib/server/identity/sessions.ts'
	]);
});

describe('size', () => {
	const lines = (text: string) => text.split('\n').length;

	test('a file is read in one sitting: 400 lines at most', () => {
		expect(pathsWhere((text) => lines(text) > 400)).toEqual([]);
	});

	test('a component has 200 lines at most, its style apart', () => {
		const withoutStyle = (text: string) => text.replace(/<style[\s\S]*<\/style>/, '');
		const long = pathsWhere(
			(text, path) => path.endsWith('.svelte') && lines(withoutStyle(text)) > 200
		);
		expect(long).toEqual([]);
	});

	test('half of the files have fewer than 80 lines', () => {
		const sizes = sourceFiles.map(({ text }) => lines(text)).sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80);
	});
});

test('the repository stands alone: it names no file of the machine it was written on', () => {
	const tracked = execFileSync('git', ['ls-files', '-z'], { maxBuffer: 1 << 26 })
		.toString()
		.split('\0')
		.filter((path) => /\.(ts|js|svelte|json|md|css|html|yml)$|^\.ci\//.test(path))
		.filter((path) => path !== 'package-lock.json' && !path.startsWith('tests/architecture/'));
	const foreign =
		/\/work\/|\/root\/|\/home\/\w|\.\.\/shared\/(architecture|stack|product|reference|cases|contracts|design|examples)\b/;
	expect(tracked.filter((path) => foreign.test(readFileSync(path, 'utf8')))).toEqual([]);
});
