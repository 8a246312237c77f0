/** The service looks at a request right by right; a refusal is looked at by a second person. */
import {
	claimedRights,
	isRefusalReason,
	judgeRequest,
	officialBareme,
	refusalReasons,
	withCorrections,
	type Correction,
	type Decision,
	type Judged,
	type OfficialBareme,
	type Verdict
} from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db } from '../db';
import { answerContest, contestsOf } from './contests.repository';
import { decisionsOf, markChecked, saveDecision } from './decisions.repository';
import { onRequest, takeStep, type Handled, type ManagerCommand } from './manager-step';
import type { MobilityDeps } from './mobility-deps';
import { keepCorrections } from './requests.repository';

const refused = (code: `mobility.${string}`) => fail(appError(code, 'conflict'));

type Filed = Pick<Handled, 'request' | 'campaign'>;

/** What was filed as the service corrected it, computed again on the rules of its campaign. */
export const judged = ({ request, campaign }: Filed): Result<Judged> =>
	judgeRequest(mobilityReference, campaign, {
		voeux: request.voeux,
		answers: withCorrections(request.answers, request.corrections)
	});

export function judgedFile(filed: Filed): Judged {
	const done = judged(filed);
	if (!done.ok) throw new Error(`${filed.request.id} was filed and cannot be computed any more`);
	return done.value;
}

export interface DecideCommand extends ManagerCommand {
	readonly rule: string;
	readonly verdict: Verdict;
	readonly reason: string;
	readonly comment: string;
}

export const decide = (command: DecideCommand, deps: MobilityDeps): Promise<Result<void>> =>
	onRequest(command, deps, async (handled) => {
		const { request, at } = handled;
		if (request.state !== 'transmise' && request.state !== 'contestation') {
			return refused('mobility.wrong-state');
		}
		const { rule, verdict, reason, comment } = command;
		const claimed = claimedRights(judgedFile(handled).score).some((right) => right.rule === rule);
		if (!claimed) return fail(appError('http.not-found', 'not-found'));
		if (verdict === 'refusee' && !isRefusalReason(reason)) {
			return fail(appError('mobility.reason-required', 'validation'));
		}
		const decision: Decision = {
			...{ rule, verdict },
			reason: verdict === 'refusee' && isRefusalReason(reason) ? refusalReasons[reason] : null,
			comment: comment.trim() || null
		};
		await saveDecision(request.id, decision, { id: command.user.id, at });
		return ok(undefined);
	});

export const verify = (command: ManagerCommand, deps: MobilityDeps): Promise<Result<unknown>> =>
	onRequest(command, deps, async (handled, rev) => {
		const decided = new Set((await decisionsOf(command.id)).map(({ rule }) => rule));
		const rights = claimedRights(judgedFile(handled).score);
		if (rights.some(({ rule }) => !decided.has(rule))) return refused('mobility.undecided');
		return takeStep(handled, { action: 'verifier-les-pieces', by: command.user }, rev, deps);
	});

export const reopenPieces = (
	command: ManagerCommand,
	deps: MobilityDeps
): Promise<Result<unknown>> =>
	onRequest(command, deps, (handled, rev) =>
		takeStep(handled, { action: 'rouvrir-les-pieces', by: command.user }, rev, deps)
	);

/** The second look: by somebody who has decided nothing of what they approve. */
export const check = (command: ManagerCommand, deps: MobilityDeps): Promise<Result<void>> =>
	onRequest(command, deps, async ({ request, at }) => {
		const refusals = (await decisionsOf(request.id)).filter((one) => one.verdict === 'refusee');
		const { corrections } = request;
		const authors = [...refusals.map((one) => one.decidedBy), ...corrections.map(({ by }) => by)];
		if (authors.includes(command.user.id)) return refused('mobility.same-person');
		const checked = corrections.map((one) => ({ ...one, checkedBy: command.user.id }));
		await keepCorrections(request.id, checked);
		await markChecked(request.id, { id: command.user.id, at });
		return ok(undefined);
	});

/** A refusal or a correction that one person alone has decided. */
export const awaitsSecondLook = (
	decisions: readonly { readonly verdict: Verdict; readonly checkedBy: string | null }[],
	corrections: readonly Correction[]
): boolean =>
	decisions.some((one) => one.verdict === 'refusee' && !one.checkedBy) ||
	corrections.some((one) => !one.checkedBy);

async function computed(handled: Handled): Promise<Result<OfficialBareme>> {
	const decisions = await decisionsOf(handled.request.id);
	const { corrections } = handled.request;
	if (awaitsSecondLook(decisions, corrections)) return refused('mobility.unchecked');
	const { input } = judgedFile(handled);
	return ok(officialBareme(input, decisions, mobilityReference.version, corrections));
}

const storeBareme = (
	id: string,
	column: 'initial_bareme' | 'final_bareme',
	bareme: OfficialBareme
) =>
	db()
		.updateTable('mobility_request')
		.set({ [column]: JSON.stringify(bareme) })
		.where('id', '=', id)
		.execute();

export const showInitial = (
	command: ManagerCommand,
	deps: MobilityDeps
): Promise<Result<unknown>> =>
	onRequest(command, deps, async (handled, rev) => {
		const bareme = await computed(handled);
		if (!bareme.ok) return bareme;
		const step = { action: 'afficher-le-bareme', by: command.user } as const;
		const taken = await takeStep(handled, step, rev, deps);
		if (taken.ok) await storeBareme(command.id, 'initial_bareme', bareme.value);
		return taken;
	});

export interface AnswerCommand extends ManagerCommand {
	readonly rule: string;
	readonly accepted: boolean;
	readonly answer: string;
}

/** Answers one contested line. Accepting overturns the decision, which is then a new one. */
export const answerLine = (command: AnswerCommand, deps: MobilityDeps): Promise<Result<void>> =>
	onRequest(command, deps, async ({ request, at }) => {
		const { rule, accepted, user } = command;
		if (request.state !== 'contestation') return refused('mobility.wrong-state');
		const answer = command.answer.trim();
		if (answer.length < 10) return fail(appError('mobility.reason-required', 'validation'));
		const decisions = await decisionsOf(request.id);
		const before = decisions.find((one) => one.rule === rule);
		if (accepted && before?.verdict === 'refusee') {
			const granted: Decision = { rule, verdict: 'accordee', reason: null, comment: answer };
			await saveDecision(request.id, granted, { id: user.id, at });
		}
		await answerContest(request.id, rule, { accepted, answer, by: user.id, at });
		return ok(undefined);
	});

/** The final barème, once every contested line has its answer, or once nobody may contest any more. */
export const settle = (command: ManagerCommand, deps: MobilityDeps): Promise<Result<unknown>> =>
	onRequest(command, deps, async (handled, rev) => {
		const contested = handled.request.state === 'contestation';
		const contests = await contestsOf(command.id);
		if (contests.some(({ accepted }) => accepted === null)) return refused('mobility.undecided');
		const bareme = await computed(handled);
		if (!bareme.ok) return bareme;
		const action = contested ? 'repondre-a-la-contestation' : 'arreter-le-bareme';
		const taken = await takeStep(handled, { action, by: command.user }, rev, deps);
		if (taken.ok) await storeBareme(command.id, 'final_bareme', bareme.value);
		return taken;
	});
