/** An exchange between a person and the service that manages their file. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';
import { MOST_ATTACHMENTS, type Attachment } from './attachment';

/** What it is tied to: an error of the record, a mobility request, or nothing in particular. */
export const threadSubjects = ['record-error', 'file', 'question'] as const;
export type ThreadSubject = (typeof threadSubjects)[number];

export interface Thread {
	readonly id: string;
	readonly title: string;
	readonly about: ThreadSubject;
	/** The error report or the request it is tied to. */
	readonly aboutId: string | null;
	/** Instants (ISO 8601): null until the server has it, and while it is open. */
	readonly openedAt: string | null;
	readonly closedAt: string | null;
}

export interface ThreadMessage {
	readonly id: string;
	readonly thread: string;
	readonly text: string;
	/** Pieces of the person's own, already deposited, that they show to the service. */
	readonly pieces: readonly string[];
	/** Files that the service joined to its answer. */
	readonly attachments: readonly Attachment[];
	/** Written by the service, not by the person. */
	readonly fromService: boolean;
	/** Who signs it; null for the person's own. */
	readonly author: string | null;
	/** Instant at which the server received it; null until then. */
	readonly sentAt: string | null;
}

export const threadEntity = entity<Versioned<Thread>>('thread', 1, 'user');
export const threadMessageEntity = entity<Versioned<ThreadMessage>>('thread-message', 1, 'user');

const id = v.pipe(v.string(), v.uuid());
const required = (longest: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));

export const LONGEST_MESSAGE = 5000;

export const openThread = mutator({
	kind: 'thread.open',
	policy: 'append',
	entity: threadEntity,
	args: v.object({
		id,
		title: required(120),
		about: v.picklist(['file', 'question']),
		aboutId: v.nullable(v.pipe(v.string(), v.maxLength(60)))
	}),
	idOf: (args) => args.id,
	apply: (current: Thread | null, args): Thread =>
		current ?? { ...args, openedAt: null, closedAt: null }
});

export const writeMessage = mutator({
	kind: 'thread-message.write',
	policy: 'append',
	entity: threadMessageEntity,
	args: v.object({
		...{ id, thread: id, text: required(LONGEST_MESSAGE) },
		pieces: v.optional(v.pipe(v.array(id), v.maxLength(MOST_ATTACHMENTS)), [])
	}),
	idOf: (args) => args.id,
	apply: (current: ThreadMessage | null, args): ThreadMessage =>
		current ?? { ...args, attachments: [], fromService: false, author: null, sentAt: null }
});
