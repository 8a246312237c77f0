/**
 * `npm run pack:engine`: the engine and its data as one npm tarball under `.test-build/engine`, then
 * the proof that it works: installed in an empty folder, it projects a career.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const out = resolve('.test-build/engine');
const product = JSON.parse(readFileSync('package.json', 'utf8'));

await build({
	configFile: false,
	logLevel: 'warn',
	resolve: { alias: { $lib: resolve('src/lib') } },
	ssr: { noExternal: true },
	build: {
		ssr: 'tools/engine/index.ts',
		outDir: out,
		emptyOutDir: true,
		target: 'es2023',
		rolldownOptions: { output: { entryFileNames: 'index.js' } }
	}
});
for (const file of ['index.d.ts', 'README.md'])
	copyFileSync(`tools/engine/${file}`, join(out, file));
writeFileSync(
	join(out, 'package.json'),
	`${JSON.stringify(
		{
			name: 'carnet-moteur',
			version: product.version,
			description: 'Les simulations ouvertes de Carnet, sans serveur.',
			license: product.license,
			type: 'module',
			exports: { '.': { types: './index.d.ts', default: './index.js' } }
		},
		null,
		'\t'
	)}\n`
);

const npm = (/** @type {string[]} */ args, /** @type {string} */ cwd) =>
	execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
const tarball = join(out, npm(['pack', '--silent'], out).split('\n').at(-1) ?? '');

const folder = mkdtempSync(join(tmpdir(), 'carnet-moteur-'));
try {
	npm(['init', '-y'], folder);
	npm(['install', '--offline', '--no-audit', '--no-fund', tarball], folder);
	writeFileSync(
		join(folder, 'try.mjs'),
		`import { questions, rulesVersion, simulate } from 'carnet-moteur';
const answer = simulate('carriere', {
	position: { corps: 'certifie', grade: 'classe-normale', echelon: 8, depuis: '2025-03-01' },
	au: '2026-11-22', jusquA: '2036-11-22'
});
const next = answer.value.etapes.find(({ nature }) => nature === 'echelon');
if (next.date !== '2028-09-01' || next.indiceMajore !== 595) throw new Error(JSON.stringify(next));
console.log(\`\${questions.length} questions, règles \${rulesVersion}, 9e échelon le \${next.date}\`);
`
	);
	process.stdout.write(
		execFileSync(process.execPath, ['try.mjs'], { cwd: folder, encoding: 'utf8' })
	);
	process.stdout.write(`${tarball}\n`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
