/**
 * Sends what waits, one piece after the other, in the order they were made. A piece leaves the phone
 * only with the server's receipt for these very bytes; a refusal waits for the person, and does not
 * hold back the next.
 */
import { fail, ok, type Result } from '$lib/core/shared';
import { fetchJson, type Fetch, type HttpFailure } from '../http';
import type { DepositBox, KeptDeposit } from './deposit-box';
import { upload } from './upload';

export interface SendOptions {
	readonly box: DepositBox;
	readonly fetch: Fetch;
	/** A piece has been acknowledged. */
	readonly onReceived: () => void;
}

const REFUSED = new Set([400, 403, 404, 409, 413, 415, 422]);
const isRefusal = (failure: HttpFailure) =>
	failure.kind === 'refused' && REFUSED.has(failure.status);

/** What to say of a refusal: the protocol's own answers have a status and no code. */
function codeOf(failure: HttpFailure): string {
	if (failure.kind !== 'refused') return 'http.unknown';
	if (failure.code === 'http.unknown' && failure.status === 413) return 'documents.too-large';
	return failure.code;
}

async function acknowledge(
	{ fetch }: SendOptions,
	{ deposit }: KeptDeposit,
	id: string
): Promise<Result<null, HttpFailure>> {
	const body = { upload: id, deposit };
	const answer = await fetchJson(fetch, '/api/v1/documents', { method: 'POST', body });
	if (!answer.ok) return answer;
	const receipt = answer.value as { id?: unknown; sha256?: unknown } | null;
	const isOurs = receipt?.id === deposit.id && receipt.sha256 === deposit.sha256;
	return isOurs ? ok(null) : fail({ kind: 'unreachable' });
}

async function sendOne(
	options: SendOptions,
	kept: KeptDeposit
): Promise<Result<null, HttpFailure>> {
	const { box, fetch } = options;
	const bytes = await box.bytesOf(kept.id);
	if (!bytes) return ok(null);
	const onProgress = (id: string, sentBytes: number) =>
		box.note(kept.id, { upload: id, sentBytes });
	const sent = await upload({ fetch, bytes, id: kept.upload, onProgress });
	if (!sent.ok) return sent;
	return acknowledge(options, kept, sent.value);
}

/** The server no longer has the bytes, or had others: they go again from the first. */
const startsAgain = (failure: HttpFailure) =>
	failure.kind === 'refused' &&
	['documents.damaged-transfer', 'documents.not-found', 'http.not-found'].includes(failure.code);

/** Most times one piece starts again in one go: beyond, it is for the person to see. */
const MOST_STARTS = 3;

/** Sends all that waits, or says what stopped it. */
export async function sendDeposits(options: SendOptions): Promise<Result<null, HttpFailure>> {
	const { box, onReceived } = options;
	const starts = new Map<string, number>();
	for (;;) {
		const next = (await box.all()).find(({ state }) => state === 'waiting');
		if (!next) return ok(null);
		const sent = await sendOne(options, next);
		if (sent.ok) {
			await box.note(next.id, { state: 'sent', bytes: null, sentBytes: next.deposit.bytes });
			onReceived();
			continue;
		}
		const started = (starts.get(next.id) ?? 0) + 1;
		starts.set(next.id, started);
		if (startsAgain(sent.error) && started < MOST_STARTS) {
			await box.note(next.id, { upload: null, sentBytes: 0 });
		} else if (isRefusal(sent.error)) {
			await box.note(next.id, { state: 'attention', code: codeOf(sent.error) });
		} else {
			return sent;
		}
	}
}
