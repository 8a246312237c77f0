/** The product's own configuration, with one of its broken variants when CARNET_MUTANT names it. */
import { mergeConfig } from 'vitest/config';
import product from '../../vite.config';
import { mutate } from './mutate.plugin';

export default mergeConfig(product, { plugins: [mutate()], root: process.cwd() });
