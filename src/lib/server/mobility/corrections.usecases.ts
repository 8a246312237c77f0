/** The service puts a declared figure right; like a refusal, a second person looks at it. */
import {
	corrected,
	isCorrectable,
	isRefusalReason,
	refusalReasons,
	type Correction
} from '$lib/core/mobility';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { judged } from './decisions.usecases';
import { onRequest, type ManagerCommand } from './manager-step';
import type { MobilityDeps } from './mobility-deps';
import { keepCorrections } from './requests.repository';

export interface CorrectCommand extends ManagerCommand {
	readonly answer: string;
	readonly value: string;
	readonly reason: string;
	readonly comment: string;
}

export const correct = (command: CorrectCommand, deps: MobilityDeps): Promise<Result<void>> =>
	onRequest(command, deps, async ({ request, campaign }) => {
		const { answer, value, reason, comment, user } = command;
		if (request.state !== 'transmise' && request.state !== 'contestation') {
			return fail(appError('mobility.wrong-state', 'conflict'));
		}
		if (!isCorrectable(answer)) return fail(appError('http.not-found', 'not-found'));
		if (!isRefusalReason(reason)) return fail(appError('mobility.reason-required', 'validation'));
		const corrections: Correction[] | null = corrected(request.answers, request.corrections, {
			...{ answer, after: value, reason: refusalReasons[reason] },
			...{ comment: comment.trim() || null, by: user.id }
		});
		if (!corrections) return fail(appError('mobility.number-expected', 'validation'));
		// A figure the rules cannot compute with is refused before it is kept.
		const done = judged({ request: { ...request, corrections }, campaign });
		if (!done.ok) return fail(appError('mobility.number-expected', 'validation'));
		await keepCorrections(request.id, corrections);
		return ok(undefined);
	});
