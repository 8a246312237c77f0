/** From the private notebook to the person's request, where there is none yet: a draft is never replaced. */
import {
	emptyAnswers,
	mutationDraftEntity,
	saveMutationDraft,
	type MutationDraft
} from '$lib/core/mobility';
import { appError, fail, type Result } from '$lib/core/shared';
import { bodyOf } from '../db';
import type { KeptMutation } from '../notebook';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

export const myMutationDraft = ({ db, personId }: Writer): Live<MutationDraft | null> =>
	new Live(() => bodyOf(db, mutationDraftEntity, personId));

export async function bringMutation(
	writer: Writer,
	{ campagne, answers, voeux }: KeptMutation
): Promise<Result<string>> {
	const { db, personId: id } = writer;
	if (await bodyOf(db, mutationDraftEntity, id))
		return fail(appError('mobility.draft-exists', 'conflict'));
	// The record already answers what the person did not.
	const empty = emptyAnswers();
	const said = Object.fromEntries(
		Object.entries(answers).filter(([name, value]) => empty[name as keyof typeof empty] !== value)
	);
	return perform(writer, saveMutationDraft, { id, campagne, answers: said, voeux: [...voeux] });
}
