import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * What each floor may not import, said while typing; tests/architecture holds the whole plan.
 * @param {string[]} files @param {string[]} group @param {string} message
 */
const floor = (files, group, message) => ({
	files,
	ignores: ['**/*.test.ts'],
	rules: {
		'no-restricted-imports': /** @type {const} */ ([
			'error',
			{
				patterns: [
					{ group, message },
					{
						group: ['$lib/{core,server,client}/*/*'],
						message: 'A room is entered by its index.'
					}
				]
			}
		])
	}
});

const nodePackages = ['node:*', 'kysely', 'pg', 'pg-boss', 'pino', '@electric-sql/*', 'lucia'];

export default defineConfig(
	{ ignores: ['build/', 'build.next/', '.svelte-kit/', '.test-build/', 'data/', 'var/'] },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript says it better.
			'no-undef': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// A name for a set of someone else's attributes is worth having.
			'@typescript-eslint/no-empty-object-type': [
				'error',
				{ allowInterfaces: 'with-single-extends' }
			],
			'no-console': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// The policy of the pages refuses them.
			'svelte/no-inline-styles': 'error',
			'svelte/no-at-html-tags': 'error',
			// Written so where a line end or a narrow space would otherwise be lost.
			'svelte/no-useless-mustaches': ['error', { ignoreStringEscape: true }],
			// Carnet is served from the root of its domain: there is no base path to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			// Wrong about warnings that only svelte-check gives; svelte-check itself reports stale ones.
			'svelte/no-unused-svelte-ignore': 'off'
		}
	},
	{
		// A lost promise is a lost write: checked where writes are.
		files: ['src/lib/{server,client}/**/*.ts', 'src/cli/*.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error'
		}
	},
	floor(
		['src/lib/core/**'],
		['$lib/{server,client,ui,data}/**', '$app/*', '$env/*', 'svelte*', 'dexie', ...nodePackages],
		'The core is pure: it imports only itself and valibot.'
	),
	{
		files: ['src/lib/core/**'],
		ignores: ['**/*.test.ts', 'src/lib/core/shared/clock.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'fetch',
				'indexedDB',
				'localStorage',
				'window',
				'document'
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time is handed in: see Clock.' },
				{ object: 'Math', property: 'random', message: 'Identifiers are handed in: see NewId.' }
			]
		}
	},
	floor(
		['src/lib/server/**'],
		['$lib/{client,ui}/**', '$env/*', 'svelte', 'dexie'],
		'The server knows no browser.'
	),
	floor(
		['src/lib/client/**'],
		['$lib/{server,ui}/**', '$env/*', ...nodePackages],
		'The client knows neither the server nor the components.'
	),
	floor(
		['src/lib/ui/**'],
		[
			'$lib/{server,client}/**',
			'$app/navigation',
			'$app/forms',
			'$env/*',
			'dexie',
			...nodePackages
		],
		'Components take props and give callbacks.'
	),
	floor(
		['src/routes/**'],
		['$env/*', 'dexie', 'kysely', 'pg'],
		'A route calls use-cases and queries; it holds no SQL and no Dexie call.'
	),
	floor(['migrations/**'], ['$lib/**', '../*', './*'], 'A migration is frozen: only kysely.')
);
