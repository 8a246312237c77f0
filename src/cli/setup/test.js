/**
 * `npm test`: everything, from the types to the browsers, on a build of its own. The last line sums
 * up; where CI is set, a test that did not run is a failure like another.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildInto } from './build.js';
import { installDebianPackages } from './debian-packages.js';
import { install } from './install.js';
import { run } from './run.js';
import { add, NOTHING, ofExit, ofPlaywright, ofVitest, sentence } from './test-tally.js';

const REPORTS = '.test-build/reports';

/** @param {string} file */
function report(file) {
	try {
		return JSON.parse(readFileSync(`${REPORTS}/${file}`, 'utf8'));
	} catch {
		return null;
	}
}

/** Types, lint and format: shown only when they fail. */
async function check() {
	let tally = NOTHING;
	for (const command of [
		['svelte-check', '--fail-on-warnings', '--output', 'human'],
		['eslint', '.'],
		['prettier', '--check', '--log-level', 'warn', '.']
	]) {
		const { code, output } = await run(command, { quiet: true });
		process.stdout.write(code === 0 ? `✓ ${command[0]}\n` : `✗ ${command[0]}\n${output}`);
		tally = add(tally, ofExit(code));
	}
	return tally;
}

/** @param {string} file @param {string[]} projects */
async function vitest(file, projects) {
	const chosen = projects.flatMap((project) => ['--project', project]);
	const reporters = ['--reporter=default', '--reporter=json'];
	const { code } = await run([
		...['vitest', 'run', ...chosen, ...reporters],
		`--outputFile.json=${REPORTS}/${file}`
	]);
	return ofVitest(report(file), code);
}

/** @param {string[]} projects */
async function endToEnd(projects) {
	const chosen = projects.flatMap((project) => ['--project', project]);
	const { code } = await run(['playwright', 'test', ...chosen, '--reporter=list,json'], {
		env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/playwright.json` }
	});
	return ofPlaywright(report('playwright.json'), code);
}

export default async function test() {
	await install();
	const missing = await installDebianPackages();
	const canRun = (/** @type {string} */ name) => !missing.includes(name);
	rmSync(REPORTS, { recursive: true, force: true });
	mkdirSync(REPORTS, { recursive: true });

	const synced = ofExit((await run(['svelte-kit', 'sync'])).code);
	const hasServer = canRun('postgresql') || process.env.DATABASE_URL;
	const [checked, tested] = await Promise.all([
		check(),
		vitest('vitest.json', ['unit', 'integration', ...(hasServer ? ['contract'] : [])])
	]);
	const built = ofExit(await buildInto('.test-build/build', '.test-build/kit'));
	const killed = built.failed || !hasServer ? NOTHING : await vitest('built.json', ['built']);
	const accessed = built.failed ? NOTHING : await vitest('access.json', ['access']);
	const browsers = [
		...(canRun('chromium') ? ['chromium'] : []),
		...(canRun('firefox-esr') ? ['firefox'] : [])
	];
	const browsed = built.failed || browsers.length === 0 ? NOTHING : await endToEnd(browsers);

	const notRun = { ...NOTHING, skipped: missing.length };
	const all = [synced, checked, tested, built, killed, accessed, browsed, notRun].reduce(add);
	process.stdout.write(`\n${sentence(all)}\n`);
	return all.failed > 0 || (process.env.CI && all.skipped > 0) ? 1 : 0;
}
