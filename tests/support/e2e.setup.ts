/** Once per run of the browsers: the build, when it is not up to date, and the demonstration data. */
import { prepareDemoData } from './demo-data';
import build from './built.setup';

export default async function setup() {
	await build();
	return prepareDemoData();
}
