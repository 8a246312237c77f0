/** Tests of the built server need the build, made when it is not up to date. */
import { buildInto } from '../../src/cli/setup/build.js';
import { TEST_BUILD } from './demo-data';

export default async function setup() {
	const code = await buildInto(TEST_BUILD, '.test-build/kit');
	if (code !== 0) throw new Error('the build failed');
}
