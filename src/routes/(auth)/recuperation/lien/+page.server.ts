import { app } from '$lib/server/app';
import { failWith, formText, setFlowCookie } from '$lib/server/http';
import { redeemLink } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Shows a button and does nothing yet: mail filters open links before people do. */
export const load: PageServerLoad = ({ url }) => ({
	id: url.searchParams.get('demande') ?? '',
	code: url.searchParams.get('code') ?? ''
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const [id, code] = [formText(form, 'demande'), formText(form, 'code')];
		const redeemed = await redeemLink({ id, code, purpose: 'recovery' }, await app());
		if (!redeemed.ok) return failWith(event, redeemed.error, {});
		setFlowCookie(event, 'recovery', redeemed.value.token);
		redirect(303, '/recuperation/mot-de-passe');
	}
};
