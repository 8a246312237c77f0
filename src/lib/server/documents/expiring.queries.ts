/** Pieces that stop proving something soon: what a reminder is made of. */
import { SOON_DAYS, typeOf, validityOf } from '$lib/core/documents';
import { addDays, type CivilDate } from '$lib/core/shared';
import { documentsReference as reference } from '$lib/data/documents';
import { acceptedWithDates } from './documents.repository';

export interface ExpiringPiece {
	readonly documentId: string;
	readonly accountId: string;
	readonly name: string;
	readonly label: string;
	readonly until: CivilDate;
}

/** Valid on `today` and no more `within` days later; a piece already replaced is not counted. */
export async function expiringPieces(
	today: CivilDate,
	within: number = SOON_DAYS
): Promise<ExpiringPiece[]> {
	const last = addDays(today, within);
	return (await acceptedWithDates()).flatMap((row): ExpiringPiece[] => {
		const type = typeOf(reference, row.type);
		if (!type) return [];
		const dates = { issuedOn: row.issued_on, endsOn: row.ends_on };
		const { until } = validityOf(reference, type, dates);
		if (until === null || until < today || until > last) return [];
		const { id: documentId, account_id: accountId, name } = row;
		return [{ documentId, accountId, name, label: type.label, until }];
	});
}
