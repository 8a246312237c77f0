/** The product's own deposit routes, reached without a network: what a phone's `fetch` calls in tests. */
import type { Fetch } from '$lib/client/http';
import type { SessionUser } from '$lib/core/identity';
import { answerDeposit, receiveDeposit, type DocumentsDeps } from '$lib/server/documents';
import { respond } from '$lib/server/http';

export const depositFetch =
	(user: () => SessionUser, deps: () => DocumentsDeps): Fetch =>
	async (input, init = {}) => {
		const request = new Request(`http://localhost${String(input)}`, {
			...init,
			// The browser's own; Node asks for it when a body is a stream.
			...({ duplex: 'half' } as object)
		});
		if (String(input) !== '/api/v1/documents') return answerDeposit(request, user(), deps());
		const { upload, deposit } = (await request.json()) as { upload: string; deposit: unknown };
		return respond(await receiveDeposit({ user: user(), upload, deposit }, deps()));
	};
