import { fail, ok, type Result } from '$lib/core/shared';
import {
	PROTOCOL,
	pullAnswerSchema,
	understoodTypes,
	type PullAnswer,
	type PullRequest
} from '$lib/core/sync';
import * as v from 'valibot';
import { fetchJson, type HttpFailure } from '../http';
import { applyPull } from './apply';
import { deviceOf } from './device-id';
import type { ExchangeOptions } from './exchange-options';

async function requestFrom(options: ExchangeOptions): Promise<PullRequest> {
	const { db, person, newId, protection } = options;
	const device = await deviceOf(db, newId);
	const [epoch, cursors] = await Promise.all([db.read('epoch'), db.cursors.toArray()]);
	const types = { ...understoodTypes };
	return { protocol: PROTOCOL, user: person, device, protection, epoch, types, cursors };
}

async function pullOnce(options: ExchangeOptions): Promise<Result<PullAnswer, HttpFailure>> {
	const body = await requestFrom(options);
	const result = await fetchJson(options.fetch, '/api/v1/sync/pull', { method: 'POST', body });
	if (!result.ok) return result;
	const answer = v.safeParse(pullAnswerSchema, result.value);
	return answer.success ? ok(answer.output) : fail({ kind: 'unreachable' });
}

/** Pulls page after page until nothing is left; gives the server's instant of the last answer. */
export async function pullAll(options: ExchangeOptions): Promise<Result<string, HttpFailure>> {
	for (;;) {
		const answer = await pullOnce(options);
		if (!answer.ok) return answer;
		await applyPull(options.db, answer.value);
		const { reset, slices, at } = answer.value;
		if (!reset && !slices.some(({ more }) => more)) return ok(at);
	}
}
