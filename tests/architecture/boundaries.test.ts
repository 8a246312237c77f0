/** Who may import whom. The linter says most of it while typing; this says all of it. */
import { describe, expect, test } from 'vitest';
import { composes, floorOf, rights, roomOf, rooms } from './house';
import { sourceFiles, type Import, type SourceFile } from './source-files';

/** « file → what it imports » for each import that breaks a rule. */
function breaches(breaks: (file: SourceFile, imported: Import) => boolean): string[] {
	return sourceFiles.flatMap((file) =>
		file.imports
			.filter((imported) => breaks(file, imported))
			.map(({ specifier }) => `${file.path} → ${specifier}`)
	);
}

/** `$app` in the server's HTTP room is what ties it to the framework. */
const isHttp = (path: string) => /^src\/lib\/server\/http\//.test(path);

describe('floors', () => {
	test('a file imports only the floors it may touch', () => {
		const outside = breaches(({ path }, { file }) => {
			if (file === null || !/^(src|migrations)\//.test(file)) return false;
			return !rights[floorOf(path)].floors.includes(floorOf(file));
		});
		expect(outside).toEqual([]);
	});

	test('a file imports only the packages of its floor', () => {
		const outside = breaches(({ path }, { specifier, file }) => {
			if (file !== null || specifier.startsWith('./$types')) return false;
			if (isHttp(path) && specifier.startsWith('$app/')) return false;
			return !rights[floorOf(path)].packages.test(specifier);
		});
		expect(outside).toEqual([]);
	});

	test('pages and components never reach the server; endpoints never reach the screen', () => {
		const isServerRoute = (path: string) => /\+server\.ts$|\.server\.ts$/.test(path);
		const outside = breaches(({ path }, { file }) => {
			if (file === null || floorOf(path) !== 'routes' || !/^src\/lib\//.test(file)) return false;
			const target = floorOf(file);
			return isServerRoute(path) ? target === 'client' : target === 'server';
		});
		expect(outside).toEqual([]);
	});
});

describe('rooms', () => {
	const across = ({ path }: SourceFile, { file }: Import) =>
		file !== null && /^src\/lib\//.test(file) && !composes(path)
			? floorOf(path) !== floorOf(file) || roomOf(path) !== roomOf(file)
			: false;

	test('a room is entered by its index', () => {
		const inside = breaches((file, imported) => {
			if (!across(file, imported)) return false;
			const room = roomOf(imported.file!);
			// Components are the public face of `ui`, one by one, so that a page loads only its own.
			if (floorOf(imported.file!) === 'ui' || room === null) return false;
			return !new RegExp(`^src/lib/\\w+/${room}/index\\.ts$`).test(imported.file!);
		});
		expect(inside).toEqual([]);
	});

	test('a room looks only at those before it', () => {
		const rank = (path: string) => rooms.indexOf(roomOf(path) ?? '');
		const upward = breaches(({ path }, { file }) => {
			if (file === null || composes(path)) return false;
			// On these floors `sync` is the machinery the rooms plug into.
			const isMachinery = floorOf(path) !== 'core' && roomOf(file) === 'sync';
			return !isMachinery && rank(path) >= 0 && rank(file) > rank(path);
		});
		expect(upward).toEqual([]);
	});
});

test('no import goes round in circles', () => {
	const byPath = new Map(sourceFiles.map((file) => [file.path, file]));
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (path: string, trail: string[]) => {
		const start = trail.indexOf(path);
		if (start >= 0) circles.push([...trail.slice(start), path].join(' → '));
		if (start >= 0 || done.has(path)) return;
		for (const { file } of byPath.get(path)?.imports ?? []) {
			if (file !== null) visit(file, [...trail, path]);
		}
		done.add(path);
	};
	for (const path of byPath.keys()) visit(path, []);
	expect(circles).toEqual([]);
});
