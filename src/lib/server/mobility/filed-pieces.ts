/** The pieces of a request: filed with each deposit, and listed on the desk. Medical ones never are. */
import { parisDate, type CivilDate } from '$lib/core/shared';
import { attachDocument, documentsOf, type PieceSummary } from '../documents';

export const filingOf = (requestId: string): string => `demande:${requestId}`;

const isFit = (piece: PieceSummary, needed: ReadonlySet<string>, on: CivilDate): boolean =>
	!piece.medical &&
	piece.state === 'accepted' &&
	(piece.validUntil === null || piece.validUntil >= on) &&
	piece.serves.some((id) => needed.has(id));

/** Files every checked and valid piece that proves something of this request. */
export async function filePieces(filing: {
	readonly accountId: string;
	readonly requestId: string;
	readonly needed: readonly string[];
	readonly at: Date;
	readonly campaignEndsOn: CivilDate | null;
}): Promise<void> {
	const { accountId, requestId, at, campaignEndsOn } = filing;
	const [needed, on] = [new Set(filing.needed), parisDate(at)];
	for (const piece of await documentsOf(accountId)) {
		if (!isFit(piece, needed, on)) continue;
		await attachDocument({
			...{ documentId: piece.id, accountId, filing: filingOf(requestId), on, at },
			campaignEndsOn
		});
	}
}

export interface DeskPiece {
	readonly id: string;
	readonly name: string;
	readonly bytes: number;
	readonly pages: number;
	readonly serves: readonly string[];
	readonly validUntil: CivilDate | null;
	readonly expired: boolean;
}

/** What the desk may open beside the file. */
export async function deskPieces(
	accountId: string,
	needed: readonly string[],
	at: Date
): Promise<DeskPiece[]> {
	const wanted = new Set(needed);
	const on = parisDate(at);
	return (await documentsOf(accountId))
		.filter(
			({ medical, state, serves }) =>
				!medical && state === 'accepted' && serves.some((id) => wanted.has(id))
		)
		.map(({ id, name, bytes, pages, serves, validUntil }) => ({
			...{ id, name, bytes, pages: pages ?? 0, serves, validUntil },
			expired: validUntil !== null && validUntil < on
		}));
}
