import { sveltekit } from '@sveltejs/kit/vite';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { appPaths } from './src/service-worker/app-paths.build.js';
import { testSettings } from './tests/support/settings.js';

/** Content hash of each file of `static/`, so that the worker refetches only what changed. */
const staticRevisions = Object.fromEntries(
	readdirSync('static', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const path = `${entry.parentPath}/${entry.name}`;
			const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
			return [path.replace(/^static/, ''), hash];
		})
);

/** Builds the operator's command line as one more entry of Kit's server build. */
const commandLine: Plugin = {
	name: 'carnet-command-line',
	config(config, { command }) {
		if (command !== 'build' || !config.build?.ssr) return;
		const input = config.build.rolldownOptions?.input ?? config.build.rollupOptions?.input;
		if (!input || typeof input !== 'object' || Array.isArray(input)) {
			throw new Error('carnet-command-line: the server build has no named inputs');
		}
		(input as Record<string, string>)['command-line'] = 'src/cli/index.ts';
	}
};

const project = (name: string, include: string[], globalSetup: string[] = []) => ({
	extends: true as const,
	test: {
		name,
		include: include.map((folder) => `${folder}/**/*.test.ts`),
		globalSetup,
		env: testSettings,
		environment: 'node' as const,
		// What is already built is loaded as Node loads it.
		server: { deps: { external: [/\/\.test-build\//] } },
		testTimeout: 30_000,
		hookTimeout: 120_000
	}
});

/**
 * What every screen needs, gathered in a few files: left alone, the bundler makes a hundred small ones,
 * and each costs the phone a passage through the worker. Explanations and refusals stay apart, for when one is shown.
 */
const fewerFiles: Plugin = {
	name: 'carnet-fewer-files',
	config(config, { command }) {
		const output = config.build?.rollupOptions?.output;
		if (command !== 'build' || config.build?.ssr || !output || Array.isArray(output)) return;
		output.codeSplitting = {
			groups: [
				{
					name: 'ui',
					test: /\/src\/lib\/ui\/(base|shell|text)\/(?!Why|errors|import-issues|Progress|Radio|Checkbox|Date|Select|share|Public|SignOut|Install)/
				},
				{ name: 'live', test: /\/client\/(shared\/|identity\/on-demand)/ },
				{ name: 'core', test: /\/src\/lib\/core\/(institution|sync)\// },
				{ name: 'client', test: /\/src\/lib\/client\/(drafts|http|sw)\// },
				{
					name: 'accueil',
					test: /\/ui\/career\/(CareerCard|NextStepCard|RecordChanged|RecordGate|UnknownPosition)/
				}
			]
		};
	}
};

/** The core is pure: one of its modules that a page does not use has nothing to do in that page. */
const corePurity = [{ test: /\/src\/lib\/core\//, sideEffects: false }];

export default defineConfig({
	build: { rolldownOptions: { treeshake: { moduleSideEffects: corePurity } } },
	plugins: [sveltekit(), commandLine, fewerFiles],
	define: {
		__STATIC_REVISIONS__: JSON.stringify(staticRevisions),
		__APP_PATHS__: JSON.stringify(appPaths())
	},
	test: {
		projects: [
			project('unit', ['src', 'tests/golden', 'tests/architecture']),
			project(
				'integration',
				['tests/integration', 'tests/embedded'],
				['tests/support/embedded.setup.ts']
			),
			// Every integration test again, on a real PostgreSQL server.
			project(
				'contract',
				['tests/integration', 'tests/contract'],
				['tests/support/postgres.setup.ts']
			),
			project('built', ['tests/built'], ['tests/support/built.setup.ts']),
			// The application already built, called in this process.
			project('access', ['tests/access'], ['tests/support/built.setup.ts'])
		]
	}
});
