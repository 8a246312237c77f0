/** The service's side of an exchange. A person's side goes through their phone: see `threads.sync`. */
import type { SessionUser } from '$lib/core/identity';
import { LONGEST_MESSAGE } from '$lib/core/messages';
import { appError, fail, ok, type Clock, type NewId, type Result } from '$lib/core/shared';
import { unitOfWork } from '../../db';
import { recordFileRead, type IdentityDeps } from '../../identity';
import { notify } from '../../notifications';
import { bumpStream } from '../../sync';
import { insertAttachment } from '../attachments/attachments.repository';
import type { SealedFile } from '../attachments/attachments.usecases';
import { namesOf } from './shown-pieces';
import {
	findThread,
	insertMessage,
	messagesOf,
	setClosed,
	staffOf,
	takeUntold,
	type FoundThread,
	type UntoldMessage
} from './threads.repository';

export interface OpenThread extends FoundThread {
	readonly messages: Awaited<ReturnType<typeof messagesOf>>;
	/** Names of the pieces that the person shows, by id; without those erased since. */
	readonly pieceNames: ReadonlyMap<string, string>;
}

const notFound = () => fail(appError('messages.thread-not-found', 'not-found'));

/** The person sees in their journal that the service has read them. */
export async function readThread(
	user: SessionUser,
	id: string,
	deps: IdentityDeps
): Promise<Result<OpenThread>> {
	const thread = await findThread(id, user);
	if (!thread) return notFound();
	const { agentId, title } = thread;
	if (agentId !== null) {
		const purpose = `Lecture de l’échange «\u202f${title}\u202f»`;
		const noted = await recordFileRead({ reader: user, agentId, purpose }, deps);
		if (!noted.ok) return noted;
	}
	const messages = await messagesOf(id);
	const pieceNames = await namesOf(messages.flatMap(({ pieces }) => pieces));
	return ok({ ...thread, messages, pieceNames });
}

export const answerThread = (
	user: SessionUser,
	command: { thread: string; text: string; files: readonly SealedFile[] },
	{ newId }: { newId: NewId }
): Promise<Result<null>> =>
	unitOfWork(async () => {
		const { thread: threadId, text, files } = command;
		const thread = await findThread(threadId, user);
		if (!thread) return notFound();
		const words = text.trim();
		if (words === '' || words.length > LONGEST_MESSAGE)
			return fail(appError('messages.message-length', 'validation'));
		const rev = await bumpStream(`user:${thread.accountId}`);
		const author = { id: user.id, name: `${user.firstName} ${user.lastName}` };
		const id = newId();
		const message = { id, threadId, text: words, pieces: [], author, rev, version: null };
		await insertMessage(thread.accountId, message);
		for (const file of files)
			await insertAttachment({ ...file, message_id: id, circular_id: null });
		await setClosed(threadId, false, rev);
		return ok(null);
	});

export const closeThread = (user: SessionUser, id: string): Promise<Result<null>> =>
	unitOfWork(async () => {
		const thread = await findThread(id, user);
		if (!thread) return notFound();
		await setClosed(id, true, await bumpStream(`user:${thread.accountId}`));
		return ok(null);
	});

const AT_ONCE = 100;

const tell = async (message: UntoldMessage, clock: Clock): Promise<void> => {
	const { id, threadId, fromService, accountId, from } = message;
	await notify(
		{
			kind: 'thread-message',
			key: `thread-message:${id}`,
			to: fromService ? [accountId] : await staffOf(message),
			data: { thread: threadId, from, toService: !fromService }
		},
		{ clock }
	);
};

/** Tells each other side of what was written since the last time. */
export async function tellOfMessages({ clock }: { clock: Clock }): Promise<void> {
	for (let taken = AT_ONCE; taken === AT_ONCE;) {
		taken = await unitOfWork(async () => {
			const messages = await takeUntold(AT_ONCE);
			for (const message of messages) await tell(message, clock);
			return messages.length;
		});
	}
}
