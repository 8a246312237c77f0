/**
 * The words of a pull. A cursor is the last (rev, id) received of one type in one stream: revisions
 * of a stream commit in order, so nothing can appear behind it.
 */
import * as v from 'valibot';
import { DEFAULT_PROTECTION, protections, roles } from '../identity';
import type { Stream } from '../shared';

export const PROTOCOL = 1;
/** Rows of one type in one stream per answer. */
export const PAGE_SIZE = 200;

const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(100));
const stream = v.custom<Stream>((value) => typeof value === 'string' && value.length <= 100);

export const cursorSchema = v.object({ rev: revision, id: name });
export type Cursor = v.InferOutput<typeof cursorSchema>;

export const pullRequestSchema = v.object({
	protocol: revision,
	/** Whose data the phone is about to receive: another session must not fill this database. */
	user: v.pipe(v.string(), v.uuid()),
	/** The device that asks: a revoked one is told to erase. */
	device: v.pipe(v.string(), v.uuid()),
	/** How it protects what it keeps; one that keeps nothing is not listed. */
	protection: v.optional(v.picklist(protections), DEFAULT_PROTECTION),
	/** Epoch of the database the cursors come from, null at the first pull. */
	epoch: v.nullable(v.pipe(v.string(), v.uuid())),
	/** Version of each type this build understands. */
	types: v.record(name, revision),
	cursors: v.pipe(v.array(v.object({ stream, type: name, cursor: cursorSchema })), v.maxLength(500))
});
export type PullRequest = v.InferOutput<typeof pullRequestSchema>;

const wireRowSchema = v.object({ id: name, rev: revision, body: v.unknown() });
/** A row as it travels; `body: null` says it is gone. */
export type WireRow = v.InferOutput<typeof wireRowSchema>;

export const sliceSchema = v.object({
	stream,
	type: name,
	rows: v.array(wireRowSchema),
	cursor: cursorSchema,
	more: v.boolean()
});
export type Slice = v.InferOutput<typeof sliceSchema>;

const personSchema = v.object({
	id: v.string(),
	role: v.picklist(roles),
	academie: v.string(),
	agentId: v.nullable(v.string()),
	uai: v.nullable(v.string()),
	departement: v.nullable(v.string()),
	firstName: v.string(),
	lastName: v.string()
});

export const pullAnswerSchema = v.object({
	epoch: v.string(),
	/** Who is receiving: what the phone shows of them, and which rooms it opens. */
	person: personSchema,
	/** Instant of the answer on the server's clock. */
	at: v.string(),
	/** The cursors belong to another history: forget the rows, keep the outbox, ask again. */
	reset: v.boolean(),
	/** Streams the person may no longer read. */
	left: v.array(stream),
	slices: v.array(sliceSchema)
});
export type PullAnswer = v.InferOutput<typeof pullAnswerSchema>;
