/** The words of a push: mutations in the order they were made, and what became of each. */
import * as v from 'valibot';
import type { Stream } from '../shared';

/** Mutations per request. */
export const BATCH_SIZE = 50;
/** How long a phone keeps what the server acknowledged, to push it again after a restored backup. */
export const RESEND_WINDOW_HOURS = 48;

const uuid = v.pipe(v.string(), v.uuid());
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(100));

export const mutationSchema = v.object({
	/** UUID version 7: the idempotency key. */
	id: uuid,
	/** Rank on the device that made it. */
	ordinal: whole,
	kind: text,
	args: v.unknown(),
	/** Version of the row the person saw, null where there was none. */
	base: v.nullable(uuid),
	/** Instant on the phone's own clock: kept for the record, never trusted. */
	at: text
});
export type Mutation = v.InferOutput<typeof mutationSchema>;

export const pushRequestSchema = v.object({
	protocol: whole,
	user: uuid,
	epoch: uuid,
	device: uuid,
	mutations: v.pipe(v.array(mutationSchema), v.minLength(1), v.maxLength(BATCH_SIZE))
});
export type PushRequest = v.InferOutput<typeof pushRequestSchema>;

const rowSchema = v.object({
	type: text,
	id: text,
	stream: v.custom<Stream>((value) => typeof value === 'string'),
	rev: whole,
	body: v.unknown()
});
/** The server's copy of the row when it answers; `body: null` where there is none. */
export type ServerRow = v.InferOutput<typeof rowSchema>;

export const mutationResultSchema = v.variant('outcome', [
	v.object({
		id: uuid,
		outcome: v.literal('applied'),
		/** What the person may quote: the server has it. */
		receipt: text,
		row: rowSchema
	}),
	v.object({ id: uuid, outcome: v.literal('rejected'), code: text, row: v.nullable(rowSchema) }),
	v.object({ id: uuid, outcome: v.literal('conflict'), row: rowSchema })
]);
export type MutationResult = v.InferOutput<typeof mutationResultSchema>;

export const pushAnswerSchema = v.object({
	at: v.string(),
	/** In the order received; shorter than the request when the server had to stop. */
	results: v.array(mutationResultSchema)
});
export type PushAnswer = v.InferOutput<typeof pushAnswerSchema>;
