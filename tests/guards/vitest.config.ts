/** The product's own configuration, with one guard removed; see tests/sync/vitest.config.ts. */
import { mergeConfig } from 'vitest/config';
import product from '../../vite.config';
import { mutate } from '../sync/mutate.plugin';
import { mutants } from './mutants.js';

export default mergeConfig(product, {
	plugins: [mutate(mutants)],
	root: process.cwd(),
	test: { fsModuleCache: false }
});
