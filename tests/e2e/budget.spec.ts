/** The weight of the product's scripts, read from the build's own manifest. No browser is needed. */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { TEST_BUILD } from '../support/demo-data';

const FIRST_ROUTE_KIB = 90;
const LATER_ROUTE_KIB = 40;
/** Where a person arrives: a link, the icon on their screen, a sign-in. The shell only names files. */
const ARRIVALS =
	/^\/\((public|auth)\)(?!\/(api|simulateurs)\b)|^\/\(app\)\/(accueil|carriere|messages)$/;
/**
 * Accueil, and all that it fetches by itself beside the screen once the shell is drawn: the phone's
 * database, what seals it, and the exchange with the server.
 */
const OPENING_KIB = 141;
/** Fetched when the person asks for it: anything else that is deferred counts in the opening. */
const ON_REQUEST = [
	'src/lib/client/identity/sign-out.ts',
	'src/lib/ui/base/WhyContent.svelte',
	// By those alone who asked to be told on this device.
	'push',
	// Only on a phone that has received newer rules than its build's.
	'src/lib/client/career/received-rules.ts',
	// Only where deposits wait to be sent.
	'deposits',
	// Only where the person has locked the phone, or says whose it is, or that it is shared.
	'src/lib/client/identity/keys/derive.ts',
	'src/lib/client/identity/unlock.ts',
	'src/lib/client/identity/protect.ts',
	'node_modules/fake-indexeddb/build/esm/index.js'
];

interface Chunk {
	readonly file: string;
	readonly name?: string;
	readonly src?: string;
	readonly isEntry?: boolean;
	readonly imports?: readonly string[];
	readonly dynamicImports?: readonly string[];
}

const isPage = (key: string) => /\/nodes\/\d+\.js$/.test(key);

const KIT = '.test-build/kit';
const manifest = () =>
	JSON.parse(readFileSync(`${KIT}/output/client/.vite/manifest.json`, 'utf8')) as Record<
		string,
		Chunk
	>;

const weights = new Map<string, number>();
function weightOf(file: string): number {
	const known = weights.get(file);
	if (known !== undefined) return known;
	const weight = gzipSync(readFileSync(`${TEST_BUILD}/client/${file}`), { level: 9 }).length / 1024;
	weights.set(file, weight);
	return weight;
}

/** Its module, or the name of its file when several modules share one. */
const labelOf = (chunk: Chunk | undefined): string => chunk?.src ?? chunk?.name ?? '';

/** What a chunk fetches by itself later, other pages aside. */
const deferredBy = (chunks: Record<string, Chunk>, key: string): readonly string[] =>
	chunks[key]?.dynamicImports?.filter(
		(deferred) => !isPage(deferred) && !ON_REQUEST.includes(labelOf(chunks[deferred]))
	) ?? [];

/** Files that `keys` need before anything shows, their static imports included. */
function filesOf(
	chunks: Record<string, Chunk>,
	keys: readonly string[],
	withDeferred = false
): Set<string> {
	const seen = new Set<string>();
	const visit = (key: string) => {
		if (seen.has(key)) return;
		seen.add(key);
		chunks[key]?.imports?.forEach(visit);
		if (withDeferred) deferredBy(chunks, key).forEach(visit);
	};
	keys.forEach(visit);
	const files = [...seen].map((key) => chunks[key]?.file ?? '').filter((f) => f.endsWith('.js'));
	return new Set(files);
}

const total = (files: Iterable<string>) =>
	[...files].reduce((sum, file) => sum + weightOf(file), 0);

/** Page → its own node and those of its layouts, from Kit's client manifest. */
function nodesByPage(): Map<string, number[]> {
	const source = readFileSync(`${KIT}/generated/client-optimized/app.js`, 'utf8');
	const dictionary = /export const dictionary = \{([\s\S]*?)\};/.exec(source)?.[1] ?? '';
	const lines = [...dictionary.matchAll(/"([^"]+)": \[~?(-?\d+)(?:,\[([\d,]*)\])?/g)];
	return new Map(
		lines.map(([, route = '', leaf = '', layouts = '']) => [
			route,
			[
				0,
				Number(leaf) < 0 ? ~Number(leaf) : Number(leaf),
				...layouts.split(',').filter(Boolean).map(Number)
			]
		])
	);
}

test('the scripts of each page stay within the budget', () => {
	const chunks = manifest();
	const node = (index: number) =>
		Object.keys(chunks).find((key) => key.endsWith(`/nodes/${index}.js`)) ?? '';
	const start = Object.keys(chunks).filter((key) => chunks[key]?.isEntry && !isPage(key));
	const pages = nodesByPage();
	expect(pages.size).toBeGreaterThanOrEqual(readdirSync('src/routes/(app)').length - 1);

	const keysOf = (nodes: readonly number[]) => [...start, ...nodes.map(node)];
	const weighed = [...pages].map(([route, nodes]) => {
		const files = filesOf(chunks, keysOf(nodes));
		return { route, files, kib: total(files) };
	});
	const opening = filesOf(chunks, keysOf(pages.get('/(app)/accueil') ?? []), true);
	const added = weighed.map(({ route, files, kib }) => {
		const later = total([...files].filter((file) => !opening.has(file)));
		return { route, kib: Math.round(kib * 10) / 10, later: Math.round(later * 10) / 10 };
	});
	for (const { route, kib, later } of added) {
		process.stdout.write(`    ${route}: ${kib} KiB as a first page, +${later} after Accueil\n`);
	}
	process.stdout.write(
		`    à l’ouverture sur Accueil, chunks différés compris : ${total(opening).toFixed(1)} KiB\n`
	);
	const labels = new Set(Object.values(chunks).map(labelOf));
	expect(ON_REQUEST.filter((label) => !labels.has(label))).toEqual([]);
	expect(total(opening)).toBeLessThanOrEqual(OPENING_KIB);
	expect(added.filter(({ route, kib }) => ARRIVALS.test(route) && kib > FIRST_ROUTE_KIB)).toEqual(
		[]
	);
	expect(added.filter(({ later }) => later > LATER_ROUTE_KIB)).toEqual([]);
});
