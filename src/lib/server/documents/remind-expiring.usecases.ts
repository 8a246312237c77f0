/** Tells people, once per piece, that it soon proves nothing any more: early enough to get another. */
import { frenchDate, parisDate } from '$lib/core/shared';
import { notify } from '../notifications';
import type { DocumentsDeps } from './documents-deps';
import { expiringPieces } from './expiring.queries';

/** Returns how many people were told. */
export async function remindExpiring(deps: Pick<DocumentsDeps, 'clock'>): Promise<number> {
	let told = 0;
	for (const piece of await expiringPieces(parisDate(deps.clock.now()))) {
		const { documentId: document, accountId, label: name, until } = piece;
		told += await notify(
			{
				kind: 'proof-expiring',
				data: { document, name, until: frenchDate(until) },
				key: `piece:${document}`,
				to: [accountId]
			},
			deps
		);
	}
	return told;
}
