/**
 * The product's own configuration, with one of its broken variants when CARNET_MUTANT names it.
 * Without the cache on disk: its keys know the source and not the mutant, so that a run would load
 * what another one left there, broken or whole.
 */
import { mergeConfig } from 'vitest/config';
import product from '../../vite.config';
import { mutate } from './mutate.plugin';

export default mergeConfig(product, {
	plugins: [mutate()],
	root: process.cwd(),
	test: { fsModuleCache: false }
});
