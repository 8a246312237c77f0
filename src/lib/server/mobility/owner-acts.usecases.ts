/**
 * What the owner of a request does. Called inside the mutation's transaction, with the person's
 * stream locked: the server's clock decides, and an act received twice is done once.
 */
import {
	advance,
	filedVoeux,
	judgeRequest,
	piecesFor,
	readWindows,
	requestNumber,
	saidAnswers,
	type Answers,
	type FilingContent,
	type RequestAction,
	type RequestState
} from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { appError, fail, ok, parisDate, type Result } from '$lib/core/shared';
import type { SessionUser } from '$lib/core/identity';
import { findCampaign, type StoredCampaign } from './campaigns.repository';
import { insertContests } from './contests.repository';
import { filePieces } from './filed-pieces';
import { insertFiling, nextRank } from './filings.repository';
import {
	insertRequest,
	keepDeposit,
	lockRequest,
	recordSteps,
	type Step,
	type StoredRequest
} from './requests.repository';

/** Who acts, when, and the head of their stream. */
export interface OwnerAct {
	readonly user: SessionUser;
	readonly at: Date;
	readonly rev: number;
}

interface Owned {
	readonly request: StoredRequest;
	readonly campaign: StoredCampaign;
}

const notFound = () => fail(appError('http.not-found', 'not-found'));

async function ownRequest({ user }: OwnerAct, id: string): Promise<Owned | null> {
	const locked = await lockRequest(id);
	return locked?.request.accountId === user.id ? locked : null;
}

/** The steps of several actions in a row, or the first refusal. */
function stepsOf(
	{ user, at }: OwnerAct,
	from: { readonly state: RequestState; readonly campaign: StoredCampaign },
	actions: readonly RequestAction[],
	note: string | null = null
): Result<Step[]> {
	const windows = readWindows(from.campaign.windows);
	let { state } = from;
	const steps: Step[] = [];
	for (const action of actions) {
		const next = advance(state, action, 'owner', at, windows);
		if (!next.ok) return next;
		state = next.value;
		steps.push({ action, state, hand: 'owner', actorId: user.id, note, at });
	}
	return ok(steps);
}

async function take(
	act: OwnerAct,
	id: string,
	action: RequestAction,
	note: string | null = null
): Promise<Result<Owned>> {
	const owned = await ownRequest(act, id);
	if (!owned) return notFound();
	const { request, campaign } = owned;
	const steps = stepsOf(act, { state: request.state, campaign }, [action], note);
	if (!steps.ok) return steps;
	await recordSteps(id, steps.value, act.rev);
	return ok(owned);
}

export interface Deposit {
	readonly id: string;
	readonly campaign: string;
	readonly answers: Partial<Answers>;
	readonly voeux: readonly string[];
	readonly shown: { readonly version: string; readonly totals: readonly number[] };
}

/** Where the person stands in this campaign; without a request yet, at its very beginning. */
async function standing(
	act: OwnerAct,
	{ id, campaign: campaignId }: Deposit
): Promise<Result<{ request: StoredRequest | null; campaign: StoredCampaign }>> {
	const owned = await ownRequest(act, id);
	if (owned) return ok(owned);
	const campaign = await findCampaign(campaignId);
	return campaign?.academie === act.user.academie
		? ok({ request: null, campaign })
		: fail(appError('mobility.campaign-unknown', 'not-found'));
}

/** Computes the score again, freezes the copy and gives its receipt. */
export async function file(act: OwnerAct, deposit: Deposit): Promise<Result<void>> {
	const { user, at, rev } = act;
	const stands = await standing(act, deposit);
	if (!stands.ok) return stands;
	const { campaign } = stands.value;
	const state = stands.value.request?.state ?? 'brouillon';
	const steps = stepsOf(act, { state, campaign }, ['valider-les-voeux', 'deposer']);
	if (!steps.ok) return steps;
	const judged = judgeRequest(mobilityReference, campaign, deposit);
	if (!judged.ok) return judged;
	// Nothing is written before everything is judged.
	const request =
		stands.value.request ??
		(await insertRequest({ id: deposit.id, campaignId: campaign.id, user, at }));
	if (!request) return fail(appError('mobility.already-filed', 'conflict'));

	const { score, rules } = judged.value;
	const { version } = mobilityReference;
	const rank = await nextRank(request.id);
	const answers = saidAnswers(deposit.answers);
	const voeux = filedVoeux(score);
	const same =
		deposit.shown.version === version &&
		voeux.every(({ total }, i) => total === deposit.shown.totals[i]);
	const content: FilingContent = {
		format: 1,
		request: requestNumber(request.number),
		number: request.number,
		rank,
		filedAt: at.toISOString(),
		campaign: {
			label: campaign.label,
			template: campaign.template,
			rulesOf: campaign.rulesOf
		},
		person: { firstName: user.firstName, lastName: user.lastName, academie: user.academie },
		...{ answers, version, voeux },
		extension: score.extension?.points ?? null,
		shown: same ? null : deposit.shown.totals
	};
	await insertFiling({ requestId: request.id, rank, at, content: JSON.stringify(content) });
	await filePieces({
		...{ accountId: user.id, requestId: request.id, at },
		needed: piecesFor(score, rules.bareme.rules, mobilityReference.pieces).map(
			({ piece }) => piece.id
		),
		campaignEndsOn: campaign.windows.recours.to
			? parisDate(new Date(campaign.windows.recours.to))
			: null
	});
	await keepDeposit(request.id, { answers, voeux: deposit.voeux, at });
	await recordSteps(request.id, steps.value, rev);
	return ok(undefined);
}

export const reopen = (act: OwnerAct, id: string) => take(act, id, 'modifier');
export const cancel = (act: OwnerAct, id: string) => take(act, id, 'annuler');
export const appeal = (act: OwnerAct, id: string, grounds: string) =>
	take(act, id, 'faire-recours', grounds);

export async function contest(
	act: OwnerAct,
	id: string,
	lines: readonly { readonly rule: string; readonly grounds: string }[]
): Promise<Result<unknown>> {
	const done = await take(act, id, 'contester');
	if (done.ok) await insertContests(id, lines, act.at);
	return done;
}

/** Accepts the confirmation; asked for only by someone who has just proven who they are. */
export const sign = (act: OwnerAct, id: string) =>
	take(act, id, 'signer', 'Acceptation électronique, identité confirmée.');
