import { fail, ok, type Result } from '$lib/core/shared';
import {
	BATCH_SIZE,
	PROTOCOL,
	pushAnswerSchema,
	type Mutation,
	type PushAnswer
} from '$lib/core/sync';
import * as v from 'valibot';
import type { LocalDatabase, OutboxEntry } from '../db';
import { fetchJson, type HttpFailure } from '../http';
import type { ExchangeOptions } from './exchange-options';
import { deviceOf } from './device-id';
import { settle } from './settle';

const toMutation = ({ id, ordinal, kind, args, base, at }: OutboxEntry): Mutation => ({
	...{ id, ordinal, kind, args, base, at }
});

const nextBatch = (db: LocalDatabase): Promise<OutboxEntry[]> =>
	db.outbox
		.where({ state: 'waiting' })
		.sortBy('ordinal')
		.then((entries) => entries.slice(0, BATCH_SIZE));

async function pushBatch(
	{ db, person, fetch, newId }: ExchangeOptions,
	epoch: string,
	batch: readonly OutboxEntry[]
): Promise<Result<PushAnswer, HttpFailure>> {
	const device = await deviceOf(db, newId);
	const mutations = batch.map(toMutation);
	const body = { protocol: PROTOCOL, user: person, epoch, device, mutations };
	const result = await fetchJson(fetch, '/api/v1/sync/push', { method: 'POST', body });
	if (!result.ok) return result;
	const answer = v.safeParse(pushAnswerSchema, result.value);
	const answersUs =
		answer.success && answer.output.results.every(({ id }, index) => id === batch[index]?.id);
	return answersUs ? ok(answer.output) : fail({ kind: 'unreachable' });
}

/** Sends what waits, batch after batch, in order. */
export async function pushAll(options: ExchangeOptions): Promise<Result<null, HttpFailure>> {
	const epoch = await options.db.read('epoch');
	// Nothing was ever received: the first pull comes first.
	if (epoch === null) return ok(null);
	for (;;) {
		const batch = await nextBatch(options.db);
		if (batch.length === 0) return ok(null);
		const answer = await pushBatch(options, epoch, batch);
		if (!answer.ok) return answer;
		await settle(options.db, answer.value);
		if (answer.value.results.length < batch.length) {
			return fail({ kind: 'refused', status: 503, code: 'sync.trouble', retryAfterSeconds: null });
		}
	}
}
