/**
 * How a circular is prepared and leaves. Invariant: what somebody has agreed to is what leaves; a
 * change puts it back to a draft, and whoever wrote it is never the second person.
 */
import type { SessionUser } from '$lib/core/identity';
import {
	ALONE_UP_TO,
	MOST_ATTACHMENTS,
	withinPerimeter,
	type CircularDraft
} from '$lib/core/messages';
import { appError, fail, ok, type Clock, type NewId, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { enqueue } from '../jobs';
import { notify } from '../notifications';
import {
	attachmentsOfCircular,
	deleteAttachment,
	insertAttachment
} from './attachments/attachments.repository';
import { tooMany, type SealedFile } from './attachments/attachments.usecases';
import { countConcerned } from './audience.repository';
import {
	findCircular,
	insertCircular,
	lockCircular,
	setState,
	updateDraft,
	type StoredCircular
} from './circulars.repository';
import { publishQueue } from './publish.usecases';

interface Deps {
	readonly clock: Clock;
	readonly newId: NewId;
}

const notFound = () => fail(appError('messages.circular-not-found', 'not-found'));
const wrongState = () => fail(appError('messages.circular-left', 'conflict'));

/** A circular of another académie does not exist for this person. */
export async function readCircular(user: SessionUser, id: string): Promise<Result<StoredCircular>> {
	const circular = await findCircular(id);
	return circular?.academie === user.academie ? ok(circular) : notFound();
}

const serviceOf = ({ departement, firstName, lastName }: SessionUser): string =>
	`${departement ? `DSDEN (${departement})` : 'Rectorat'}, ${firstName} ${lastName}`;

const emptyDraft: CircularDraft = {
	...{ kind: 'correspondance', title: 'Sans titre', body: '', readBefore: null },
	...{ deadlines: [], audience: { roles: ['enseignant'] } }
};

async function startFrom(
	user: SessionUser,
	draft: CircularDraft,
	corrects: string | null,
	{ clock, newId }: Deps
): Promise<string> {
	const id = newId();
	const owner = { academie: user.academie, authorId: user.id, authorName: serviceOf(user) };
	const audience = withinPerimeter(draft.audience, user);
	await insertCircular({ id, ...owner, corrects, at: clock.now() }, { ...draft, audience });
	return id;
}

export const startCircular = (user: SessionUser, deps: Deps): Promise<string> =>
	startFrom(user, emptyDraft, null, deps);

/** A published circular is never edited: another one replaces it, and says so to the same people. */
export async function correctCircular(
	user: SessionUser,
	id: string,
	deps: Deps
): Promise<Result<string>> {
	const found = await readCircular(user, id);
	if (!found.ok) return found;
	return found.value.state === 'published'
		? ok(await startFrom(user, found.value, id, deps))
		: wrongState();
}

const isOpen = ({ state }: StoredCircular): boolean =>
	state === 'draft' || state === 'to-approve' || state === 'scheduled';

/** Runs a change on a circular that has not left, as it stands at that moment. */
const change = <T>(
	user: SessionUser,
	id: string,
	work: (circular: StoredCircular) => Promise<Result<T>>
): Promise<Result<T>> =>
	unitOfWork(async () => {
		const circular = await lockCircular(id);
		if (circular?.academie !== user.academie) return notFound();
		return isOpen(circular) ? work(circular) : wrongState();
	});

/** What is joined and taken away with the text, as one change. */
export interface FilesChange {
	readonly added: readonly SealedFile[];
	readonly removed: readonly string[];
}

export const saveCircular = (
	user: SessionUser,
	id: string,
	{ added = [], removed = [], ...draft }: CircularDraft & Partial<FilesChange>,
	{ clock }: Pick<Deps, 'clock'>
): Promise<Result<null>> =>
	change(user, id, async () => {
		const at = clock.now();
		for (const attachment of removed) await deleteAttachment(attachment, id);
		const kept = await attachmentsOfCircular(id);
		if (kept.length + added.length > MOST_ATTACHMENTS) return tooMany();
		for (const file of added)
			await insertAttachment({ ...file, circular_id: id, message_id: null });
		await updateDraft(id, { ...draft, audience: withinPerimeter(draft.audience, user) }, at);
		await setState(id, 'draft', { publishAt: null, at });
		return ok(null);
	});

/** Sends it to its author alone, on every channel they use. */
export async function rehearseCircular(
	user: SessionUser,
	id: string,
	{ clock }: Pick<Deps, 'clock'>
): Promise<Result<null>> {
	const found = await readCircular(user, id);
	if (!found.ok) return found;
	const data = {
		circular: id,
		title: `Répétition\u00a0: ${found.value.title}`,
		readBefore: null,
		corrects: found.value.corrects !== null
	};
	const key = `rehearsal:${id}:${clock.now().getTime()}`;
	await notify({ kind: 'circular-published', key, to: [user.id], data }, { clock });
	return ok(null);
}

/** Sends it now or at its hour; to many people, asks for a second person first. */
export const sendCircular = (
	user: SessionUser,
	id: string,
	publishAt: Date | null,
	{ clock }: Pick<Deps, 'clock'>
): Promise<Result<'to-approve' | 'scheduled'>> =>
	change(user, id, async ({ audience, body }) => {
		if (body.trim() === '') return fail(appError('messages.circular-empty', 'validation'));
		const at = clock.now();
		if ((await countConcerned(audience)) > ALONE_UP_TO) {
			await setState(id, 'to-approve', { publishAt, at });
			return ok('to-approve');
		}
		await schedule(id, publishAt, at);
		return ok('scheduled');
	});

export const approveCircular = (
	user: SessionUser,
	id: string,
	{ clock }: Pick<Deps, 'clock'>
): Promise<Result<null>> =>
	change(user, id, async ({ state, authorId, publishAt }) => {
		if (state !== 'to-approve') return wrongState();
		if (authorId === user.id) return fail(appError('messages.own-circular', 'forbidden'));
		const at = clock.now();
		await setState(id, 'to-approve', { approvedBy: user.id, at });
		await schedule(id, publishAt, at);
		return ok(null);
	});

async function schedule(id: string, publishAt: Date | null, at: Date): Promise<void> {
	const moment = publishAt && publishAt > at ? publishAt : at;
	await setState(id, 'scheduled', { publishAt: moment, at });
	await enqueue(publishQueue, { circular: id, at: moment.toISOString() }, { notBefore: moment });
}
