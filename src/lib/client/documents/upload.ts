/**
 * Sends the bytes of a piece by the tus protocol: in parts, each acknowledged, going on where a cut
 * left off. Our own requests rather than a library's, for one reason: an answer without our mark
 * must count as none, whatever its status.
 */
import { fail, ok, type Result } from '$lib/core/shared';
import { fetchMarked, type Fetch, type HttpFailure } from '../http';

const ENDPOINT = '/api/v1/documents/depots';
/** Small enough for a bad line, large enough for a good one. */
const PART = 256 * 1024;
const TUS = { 'tus-resumable': '1.0.0' };

export interface Upload {
	readonly fetch: Fetch;
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Where an earlier attempt was, null for the first. */
	readonly id: string | null;
	/** Told once begun, then after each part: what must be remembered to go on. */
	readonly onProgress: (id: string, sentBytes: number) => Promise<void>;
}

const unreachable: HttpFailure = { kind: 'unreachable' };

async function begin({ fetch, bytes }: Upload): Promise<Result<string, HttpFailure>> {
	const headers = { ...TUS, 'upload-length': String(bytes.length) };
	const begun = await fetchMarked(fetch, ENDPOINT, { method: 'POST', headers });
	if (!begun.ok) return begun;
	const id = begun.value.get('location')?.split('/').at(-1);
	return id ? ok(id) : fail(unreachable);
}

/** How far the server says it is; null when it no longer knows this upload. */
async function offsetOf(
	{ fetch, bytes }: Upload,
	id: string
): Promise<Result<number | null, HttpFailure>> {
	const found = await fetchMarked(fetch, `${ENDPOINT}/${id}`, { method: 'HEAD', headers: TUS });
	if (!found.ok) {
		const gone = found.error.kind === 'refused' && [404, 410].includes(found.error.status);
		return gone ? ok(null) : found;
	}
	return offsetIn(found.value, bytes.length);
}

function offsetIn(headers: Headers, most: number): Result<number, HttpFailure> {
	const text = headers.get('upload-offset') ?? '';
	const offset = /^\d+$/.test(text) ? Number(text) : NaN;
	return offset <= most ? ok(offset) : fail(unreachable);
}

/** Gives the id of the upload once every byte is on the server. */
export async function upload(asked: Upload): Promise<Result<string, HttpFailure>> {
	const { fetch, bytes, onProgress } = asked;
	const known = asked.id === null ? ok(null) : await offsetOf(asked, asked.id);
	if (!known.ok) return known;
	const begun = known.value === null ? await begin(asked) : ok(asked.id!);
	if (!begun.ok) return begun;
	const id = begun.value;
	let offset = known.value ?? 0;
	await onProgress(id, offset);
	while (offset < bytes.length) {
		const part = await fetchMarked(fetch, `${ENDPOINT}/${id}`, {
			method: 'PATCH',
			headers: {
				...TUS,
				'upload-offset': String(offset),
				'content-type': 'application/offset+octet-stream'
			},
			body: bytes.subarray(offset, offset + PART)
		});
		if (!part.ok) return part;
		const next = offsetIn(part.value, bytes.length);
		if (!next.ok || next.value <= offset) return fail(unreachable);
		offset = next.value;
		await onProgress(id, offset);
	}
	return ok(id);
}
