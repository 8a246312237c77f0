import { app } from '$lib/server/app';
import { failWith, flowToken, formText } from '$lib/server/http';
import { redeemCode } from '$lib/server/identity';
import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const code = formText(await event.request.formData(), 'code');
		const redeemed = await redeemCode(
			{ token: flowToken(event, 'activation'), purpose: 'activation', code },
			await app()
		);
		if (!redeemed.ok) return failWith(event, redeemed.error, {});
		redirect(303, '/activation/mot-de-passe');
	}
};
