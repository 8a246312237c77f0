import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	failWith,
	flowToken,
	formText,
	setFlowCookie
} from '$lib/server/http';
import {
	cancelNextRecovery,
	confirmRecoveryAddress,
	recoveryAddressOf,
	startRecoveryAddress
} from '$lib/server/identity';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	address: await recoveryAddressOf({ user: event.locals.user! }, await app()),
	confirming: flowToken(event, 'recovery-address') !== null
});

const own = (event: RequestEvent) => ({ user: event.locals.user!, client: clientOf(event) });

export const actions: Actions = {
	donner: async (event) => {
		const address = formText(await event.request.formData(), 'adresse');
		const started = await startRecoveryAddress({ ...own(event), address }, await app());
		if (!started.ok) return failWith(event, started.error, { address });
		setFlowCookie(event, 'recovery-address', started.value.token);
		return { sent: true };
	},
	confirmer: async (event) => {
		const code = formText(await event.request.formData(), 'code');
		const token = flowToken(event, 'recovery-address');
		const done = await confirmRecoveryAddress({ ...own(event), token, code }, await app());
		if (!done.ok) return failWith(event, done.error, {});
		clearFlow(event, 'recovery-address');
		return { confirmed: true };
	},
	annuler: async (event) => {
		await cancelNextRecovery(own(event), await app());
		return { cancelled: true };
	}
};
