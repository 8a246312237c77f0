/** The position said without an account, kept at each answer. */
import {
	nothingSaid,
	positionChoices,
	positionQuestions,
	positionSaid,
	settlePosition,
	snapshot,
	type CareerReference,
	type SaidPosition
} from '$lib/core/career';
import type { CivilDate } from '$lib/core/shared';
import { notebookForms } from './forms';
import { eraseNotebook, readEntry, writeEntries } from './notebook-database';

const POSITION = 'position';

export class PrivateNotebook {
	readonly reference: CareerReference;
	readonly today: CivilDate;
	/** What the other forms of the career screens hold. */
	readonly drafts = notebookForms;
	said = $state.raw(nothingSaid);
	/** The phone could not keep the last answer. */
	failed = $state(false);

	constructor(reference: CareerReference, today: CivilDate, kept: SaidPosition | undefined) {
		this.reference = reference;
		this.today = today;
		if (kept) this.said = settlePosition({ ...nothingSaid, ...kept }, today, reference);
	}

	readonly isEmpty = $derived.by(() => this.said.corps === null);
	readonly choices = $derived.by(() => positionChoices(this.said, this.today, this.reference));
	readonly questions = $derived.by(() => positionQuestions(this.said, this.today, this.reference));
	/** What can be said already; `dated` is false while nothing that counts seniority can be. */
	readonly known = $derived.by(() => {
		const found = positionSaid(this.said, this.today, this.reference);
		const now = found && snapshot(found.position, this.today, this.reference);
		return found && now?.ok ? { dated: found.dated, snapshot: now.value } : null;
	});

	async answer(part: Partial<SaidPosition>): Promise<void> {
		this.said = settlePosition({ ...this.said, ...part }, this.today, this.reference);
		this.failed = await writeEntries([{ name: POSITION, value: this.said }]).then(
			() => false,
			() => true
		);
	}

	async erase(): Promise<void> {
		await eraseNotebook();
		this.said = nothingSaid;
	}
}

export const readPosition = async (): Promise<SaidPosition | undefined> =>
	(await readEntry(POSITION)) as SaidPosition | undefined;

export const openNotebook = async (
	reference: CareerReference,
	today: CivilDate
): Promise<PrivateNotebook> => new PrivateNotebook(reference, today, await readPosition());
