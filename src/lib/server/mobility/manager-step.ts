/** A step taken by the service: the request locked, its owner's stream advanced, its owner told. */
import {
	advance,
	readWindows,
	stateFaces,
	whatNext,
	type RequestAction,
	type RequestState
} from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { notify } from '../notifications';
import { bumpStream } from '../sync';
import type { StoredCampaign } from './campaigns.repository';
import type { MobilityDeps } from './mobility-deps';
import {
	findRequest,
	lockRequest,
	recordSteps,
	touchRequest,
	type StoredRequest
} from './requests.repository';

/** The page of the phone where a person follows their request. */
export const FOLLOW_UP = 'demande';

export interface Handled {
	readonly request: StoredRequest;
	readonly campaign: StoredCampaign;
	readonly at: Date;
}

export interface ManagerCommand {
	readonly user: SessionUser;
	readonly id: string;
}

/** Runs `work` on the locked request, then lets its owner's phone know that something changed. */
export function onRequest<T>(
	{ user, id }: ManagerCommand,
	deps: MobilityDeps,
	work: (handled: Handled, rev: number) => Promise<Result<T>>
): Promise<Result<T>> {
	return unitOfWork(async () => {
		const found = await findRequest(id);
		if (found?.academie !== user.academie) return fail(appError('http.not-found', 'not-found'));
		// The stream first, then the request: the order in which its owner takes them too.
		const rev = await bumpStream(`user:${found.accountId}`);
		const locked = await lockRequest(id);
		if (!locked) return fail(appError('http.not-found', 'not-found'));
		const done = await work({ ...locked, at: deps.clock.now() }, rev);
		if (done.ok) await touchRequest(id, rev);
		return done;
	});
}

/** Tells a person where their request stands. */
export async function tellStatus(
	accountIds: readonly string[],
	state: RequestState,
	{ windows, key }: { windows: StoredCampaign['windows']; key: string },
	deps: MobilityDeps
): Promise<void> {
	const status = stateFaces[state].label;
	const next = whatNext(state, readWindows(windows), deps.clock.now()).text;
	await notify(
		{ kind: 'status-changed', data: { file: FOLLOW_UP, status, next }, key, to: accountIds },
		deps
	);
}

/** Takes the request from where it is to where `action` leads, or says why not. */
export async function takeStep(
	{ request, campaign, at }: Handled,
	step: { readonly action: RequestAction; readonly by: SessionUser; readonly note?: string },
	rev: number,
	deps: MobilityDeps
): Promise<Result<RequestState>> {
	const { action, by, note = null } = step;
	const next = advance(request.state, action, 'gestionnaire', at, readWindows(campaign.windows));
	if (!next.ok) return next;
	const state = next.value;
	await recordSteps(
		request.id,
		[{ action, state, hand: 'gestionnaire', actorId: by.id, note, at }],
		rev
	);
	const key = `mutation:${request.id}:${rev}`;
	await tellStatus([request.accountId], state, { windows: campaign.windows, key }, deps);
	return ok(state);
}
