/** The product's source files and what each imports, read as text: nothing is executed. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

export interface Import {
	/** As written. */
	readonly specifier: string;
	/** File of ours it leads to, or null for a package. */
	readonly file: string | null;
}

export interface SourceFile {
	readonly path: string;
	readonly text: string;
	readonly imports: readonly Import[];
}

export function filesUnder(folder: string, pattern: RegExp): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && pattern.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

const scriptsOf = (path: string, text: string) =>
	path.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
		: text;

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function resolve(from: string, specifier: string): string | null {
	const base = specifier.startsWith('$lib')
		? specifier.replace('$lib', 'src/lib')
		: specifier.startsWith('.')
			? normalize(join(dirname(from), specifier))
			: specifier.startsWith('/')
				? specifier.slice(1)
				: null;
	if (base === null) return null;
	const path = base.replace(/\?\w+$/, '');
	const candidates = [path, `${path}.ts`, `${path}.js`, path.replace(/\.js$/, '.ts')];
	return [...candidates, join(path, 'index.ts')].find(isFile) ?? path;
}

const isNotProduct = (path: string) => /\.(test|suite|fixture|build|d)\.[jt]s$/.test(path);

export const sourceFiles: readonly SourceFile[] = ['src', 'migrations']
	.flatMap((folder) => filesUnder(folder, /\.(ts|js|svelte)$/))
	.filter((path) => !isNotProduct(path))
	.map((path) => {
		const text = readFileSync(path, 'utf8');
		const { importedFiles } = ts.preProcessFile(scriptsOf(path, text), true, true);
		const imports = importedFiles.map(({ fileName }) => ({
			specifier: fileName,
			file: resolve(path, fileName)
		}));
		return { path, text, imports };
	});
