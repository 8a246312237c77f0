/**
 * A request whose answer is in its headers. Same invariant as `fetchJson`: what does not carry our
 * mark is not our server's, whatever its status, and counts as no network.
 */
import { fail, ok, type Result } from '$lib/core/shared';
import type { Fetch, HttpFailure } from './fetch-json';

export interface MarkedRequest {
	readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: Uint8Array<ArrayBuffer>;
	readonly timeoutMs?: number;
}

async function codeIn(response: Response): Promise<string> {
	const answer: unknown = await response.json().catch(() => null);
	const code = (answer as { error?: { code?: unknown } } | null)?.error?.code;
	return typeof code === 'string' ? code : 'http.unknown';
}

export async function fetchMarked(
	fetch: Fetch,
	url: string,
	{ method, headers, body, timeoutMs = 60_000 }: MarkedRequest
): Promise<Result<Headers, HttpFailure>> {
	try {
		const response = await fetch(url, {
			...{ method, headers, redirect: 'error', cache: 'no-store', credentials: 'same-origin' },
			...(body && { body }),
			signal: AbortSignal.timeout(timeoutMs)
		});
		if (response.headers.get('x-carnet') !== '1') return fail({ kind: 'unreachable' });
		if (response.ok) return ok(response.headers);
		const { status } = response;
		const code = await codeIn(response);
		return fail({ kind: 'refused', status, code, retryAfterSeconds: null });
	} catch {
		return fail({ kind: 'unreachable' });
	}
}
