import { flowRules, normaliseCode, type FlowPurpose } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import {
	findFlow,
	findFlowById,
	insertFlow,
	moveFlow,
	proveFlow,
	spendTry,
	type Flow
} from './flows.repository';
import { keyedDigest } from './keyed-digest';
import type { IdentityDeps } from './client';

export const codeDigest = (flowId: string, code: string) =>
	keyedDigest('code', `${flowId}:${code}`);

export const newCode = (): string =>
	String(randomInt(10 ** flowRules.codeDigits)).padStart(flowRules.codeDigits, '0');

const newToken = () => randomBytes(32).toString('base64url');

/** Opens a flow and returns the value of its cookie and its identifier. */
export async function openFlow(
	flow: { purpose: FlowPurpose; data?: Readonly<Record<string, string>>; accountId?: string },
	deps: IdentityDeps
): Promise<{ id: string; token: string }> {
	const id = deps.newId();
	const token = newToken();
	const { purpose, data = {}, accountId = null } = flow;
	await insertFlow({ id, token, purpose, data, accountId, at: deps.clock.now() });
	return { id, token };
}

const expired = () => fail(appError('identity.flow-expired', 'validation'));

/** The flow of a cookie, whatever its step. */
export async function currentFlow(
	command: { token: string | null; purpose: FlowPurpose },
	deps: IdentityDeps
): Promise<Result<Flow>> {
	const flow = command.token
		? await findFlow(command.token, command.purpose, deps.clock.now())
		: undefined;
	return flow ? ok(flow) : expired();
}

/** The flow of a cookie whose code has been given. */
export async function provenFlow(
	command: { token: string | null; purpose: FlowPurpose },
	deps: IdentityDeps
): Promise<Result<Flow>> {
	const flow = await currentFlow(command, deps);
	return flow.ok && flow.value.proven_at === null ? expired() : flow;
}

/**
 * Redeems the code of a flow. Without a code (the name typed was nobody's) the same steps are gone
 * through and end the same way.
 */
export async function redeemCode(
	command: { token: string | null; purpose: FlowPurpose; code: string },
	deps: IdentityDeps
): Promise<Result<Flow>> {
	const found = await currentFlow(command, deps);
	return found.ok ? redeem(found.value, command.code, deps) : found;
}

/** The link of a message does the same in one tap, in whichever browser opens it. */
export async function redeemLink(
	command: { id: string; purpose: FlowPurpose; code: string },
	deps: IdentityDeps
): Promise<Result<{ token: string }>> {
	const flow = await findFlowById(command.id, deps.clock.now());
	if (!flow || flow.purpose !== command.purpose) return expired();
	const redeemed = await redeem(flow, command.code, deps);
	if (!redeemed.ok) return redeemed;
	const token = newToken();
	await moveFlow(flow.id, token);
	return ok({ token });
}

async function redeem(flow: Flow, code: string, deps: IdentityDeps): Promise<Result<Flow>> {
	if (!(await spendTry(flow.id))) return fail(appError('identity.code-spent', 'rate-limited'));
	const given = codeDigest(flow.id, normaliseCode(code));
	const sent = flow.code_digest ?? codeDigest(flow.id, newCode());
	const right = timingSafeEqual(Buffer.from(given), Buffer.from(sent)) && flow.code_digest !== null;
	if (!right || !(await proveFlow(flow.id, deps.clock.now()))) {
		return fail(appError('identity.wrong-code', 'validation'));
	}
	return ok(flow);
}
