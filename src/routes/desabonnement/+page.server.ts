import { app } from '$lib/server/app';
import { stopMails } from '$lib/server/notifications';
import { error } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	/** By the button of the page, or by the mail program itself (RFC 8058). */
	default: async ({ url }) => {
		const { newId } = await app();
		if (!(await stopMails(url.searchParams, { newId })))
			error(404, { message: 'Ce lien n’est plus valable.' });
		return { stopped: true };
	}
};
