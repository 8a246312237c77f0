import type { Plugin } from 'vite';
import { mutants as ofSync } from './mutants.js';

interface Mutant {
	readonly name: string;
	readonly edits: readonly { file: string; from: string; to: string }[];
}

/** Loads the product with the mutant named by CARNET_MUTANT; nothing at all without it. */
export function mutate(
	mutants: readonly Mutant[] = ofSync,
	name = process.env.CARNET_MUTANT
): Plugin {
	const mutant = mutants.find((known) => known.name === name);
	return {
		name: 'carnet-mutate',
		enforce: 'pre',
		transform(code, id) {
			let changed = code;
			for (const { file, from, to } of mutant?.edits ?? []) {
				if (!id.endsWith(file)) continue;
				if (!changed.includes(from)) throw new Error(`${mutant!.name}: ${file} has changed`);
				changed = changed.replace(from, to);
			}
			return changed === code ? null : { code: changed, map: null };
		}
	};
}
