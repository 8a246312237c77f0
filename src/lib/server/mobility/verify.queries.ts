import type { FilingContent } from '$lib/core/mobility';
import { isUuid } from '$lib/core/shared';
import { digestOf, findFiling, latestFiling } from './filings.repository';
import { findRequest } from './requests.repository';

/** What the public page says of a receipt: enough to compare with the paper, and no name. */
export interface VerifiedReceipt {
	readonly request: string;
	readonly campaign: string;
	readonly at: string;
	readonly rank: number;
	readonly sha256: string;
	/** The copy still has the digest it was given. */
	readonly intact: boolean;
	/** Another deposit of the same request has replaced this one. */
	readonly replaced: boolean;
	readonly cancelled: boolean;
	readonly voeux: readonly { readonly voeu: string; readonly total: number }[];
}

export async function verifyReceipt(id: string): Promise<VerifiedReceipt | null> {
	const filing = isUuid(id) ? await findFiling(id) : undefined;
	if (!filing) return null;
	const content = JSON.parse(filing.content) as FilingContent;
	return {
		request: content.request,
		campaign: content.campaign.label,
		at: content.filedAt,
		rank: filing.rank,
		sha256: filing.sha256,
		intact: digestOf(filing.content) === filing.sha256,
		replaced: Number(filing.latestRank) > filing.rank,
		cancelled: filing.state === 'annulee',
		voeux: content.voeux.map(({ voeu, total }) => ({ voeu, total }))
	};
}

/** The frozen copy itself, for its owner alone. */
export async function ownFiling(accountId: string, id: string) {
	const filing = isUuid(id) ? await findFiling(id) : undefined;
	if (filing?.accountId !== accountId) return null;
	return { ...filing, content: JSON.parse(filing.content) as FilingContent };
}

/** What the owner of a request is about to sign: their latest deposit. */
export async function confirmationOf(accountId: string, requestId: string) {
	const request = isUuid(requestId) ? await findRequest(requestId) : undefined;
	const filing = request?.accountId === accountId ? await latestFiling(requestId) : undefined;
	if (!request || !filing) return null;
	const content = JSON.parse(filing.content) as FilingContent;
	return { content, sha256: filing.sha256, state: request.state };
}
