import type { SessionUser } from '$lib/core/identity';
import {
	PROTOCOL,
	type Mutation,
	type MutationResult,
	type PushAnswer,
	type PushRequest
} from '$lib/core/sync';
import { appError, fail, ok, type Clock, type Result } from '$lib/core/shared';
import { applyMutations } from './apply-mutations.usecases';
import { currentEpoch } from './mutations.repository';
import type { SyncTarget } from './sync-target';

export interface PushCommand {
	readonly user: SessionUser;
	readonly request: PushRequest;
	readonly targets: readonly SyncTarget[];
	readonly clock: Clock;
	/** Told of what stopped the batch. */
	readonly onTrouble: (error: unknown) => void;
}

/**
 * Applies mutations in order: all in one transaction, and one by one when that fails. One that is
 * refused does not stop the next; one that fails does, and the phone sends it again with all that follow.
 */
export async function push(command: PushCommand): Promise<Result<PushAnswer>> {
	const { user, request, targets, clock, onTrouble } = command;
	if (request.protocol !== PROTOCOL) return fail(appError('sync.client-outdated', 'conflict'));
	if (request.user !== user.id) return fail(appError('sync.other-user', 'conflict'));
	// The phone must first learn that history changed, else what it acknowledged would be lost.
	if (request.epoch !== (await currentEpoch()))
		return fail(appError('sync.epoch-changed', 'conflict'));

	const apply = (mutations: readonly Mutation[]) =>
		applyMutations({ user, deviceId: request.device, mutations, targets, at: clock.now() });
	const together = await apply(request.mutations).catch(() => null);
	if (together) return ok({ at: clock.now().toISOString(), results: together });

	const results: MutationResult[] = [];
	for (const mutation of request.mutations) {
		try {
			results.push(...(await apply([mutation])));
		} catch (error) {
			onTrouble(error);
			if (results.length === 0) return fail(appError('sync.trouble', 'unavailable'));
			break;
		}
	}
	return ok({ at: clock.now().toISOString(), results });
}
