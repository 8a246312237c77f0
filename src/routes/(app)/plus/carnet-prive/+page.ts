import { parisDate } from '$lib/core/shared';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const [{ reference }, { openNotebook, readMutation }] = await Promise.all([
		parent(),
		import('$lib/client/notebook')
	]);
	return {
		notebook: await openNotebook(reference, parisDate(new Date())),
		mutation: await readMutation()
	};
};
