/** Once per run of the browsers: the build, when it is not up to date, and the demonstration data. */
import { buildInto } from '../../src/cli/setup/build.js';
import { prepareDemoData, TEST_BUILD } from './demo-data';

export default async function setup() {
	const code = await buildInto(TEST_BUILD, '.test-build/kit');
	if (code !== 0) throw new Error('the build failed');
	return prepareDemoData();
}
