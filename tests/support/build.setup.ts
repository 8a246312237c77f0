/** Once per run: the build, when it is not up to date. */
import { buildInto } from '../../src/cli/setup/build.js';
import { TEST_BUILD } from './demo-data';

export default async function setup() {
	if ((await buildInto(TEST_BUILD, '.test-build/kit')) !== 0) throw new Error('the build failed');
}
