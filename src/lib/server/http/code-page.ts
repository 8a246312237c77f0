/** The pages where a code received is typed: the same for an activation and for a recovery. */
import type { FlowPurpose } from '$lib/core/identity';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { app } from '../app';
import { redeemCode } from '../identity';
import { failWith, formText } from './forms';
import { flowToken } from './session-cookies';

export const codeActions = (purpose: FlowPurpose, nextPage: string) => ({
	default: async (event: RequestEvent) => {
		const code = formText(await event.request.formData(), 'code');
		const command = { token: flowToken(event, purpose), purpose, code };
		const redeemed = await redeemCode(command, await app());
		if (!redeemed.ok) return failWith(event, redeemed.error, {});
		redirect(303, nextPage);
	}
});
