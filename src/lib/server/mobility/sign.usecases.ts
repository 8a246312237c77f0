/** The confirmation, accepted electronically by someone who has just proven who they are. */
import type { SessionUser } from '$lib/core/identity';
import type { Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { bumpStream } from '../sync';
import type { MobilityDeps } from './mobility-deps';
import { sign } from './owner-acts.usecases';

export const signConfirmation = (
	{ user, id }: { readonly user: SessionUser; readonly id: string },
	deps: MobilityDeps
): Promise<Result<unknown>> =>
	unitOfWork(async () => {
		const rev = await bumpStream(`user:${user.id}`);
		return sign({ user, at: deps.clock.now(), rev }, id);
	});
