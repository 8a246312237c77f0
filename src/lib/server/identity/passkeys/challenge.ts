import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { IdentityDeps } from '../client';
import { currentFlow, openFlow } from '../flow.usecases';
import { useFlow, type Flow } from '../flows.repository';

export interface PasskeyDeps extends IdentityDeps {
	readonly env: { readonly origin: URL };
}

/** Options for the browser, and the value of the cookie that holds their challenge. */
export interface Ceremony<T> {
	readonly options: T;
	readonly token: string;
}

/** Keeps the challenge for the browser that asked, and for one account when it is known. */
export async function keepChallenge<T extends { challenge: string }>(
	options: T,
	accountId: string | null,
	deps: IdentityDeps
): Promise<Ceremony<T>> {
	const { token } = await openFlow(
		{
			purpose: 'passkey',
			data: { challenge: options.challenge },
			...(accountId && { accountId })
		},
		deps
	);
	return { options, token };
}

/** Takes the challenge back: whatever comes of it, it cannot serve again. */
export async function takeChallenge(
	token: string | null,
	deps: IdentityDeps
): Promise<Result<{ flow: Flow; challenge: string }>> {
	const found = await currentFlow({ token, purpose: 'passkey' }, deps);
	if (!found.ok) return found;
	const flow = found.value;
	const challenge = flow.data['challenge'];
	const taken = challenge !== undefined && (await useFlow(flow.id, deps.clock.now()));
	return taken ? ok({ flow, challenge }) : fail(appError('identity.flow-expired', 'validation'));
}
