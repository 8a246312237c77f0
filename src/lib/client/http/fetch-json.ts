/**
 * Talks to our server and to nobody else. Invariant: only JSON that carries our mark counts as an
 * answer; the page of a captive portal, a redirect, an HTML 200 or a stalled line count as no network.
 */
import { fail, ok, type Result } from '$lib/core/shared';

export type Fetch = typeof globalThis.fetch;

export type HttpFailure =
	/** Nothing came back that our server could have said. */
	| { readonly kind: 'unreachable' }
	/** Our server refused; `code` is one of its error codes. */
	| {
			readonly kind: 'refused';
			readonly status: number;
			readonly code: string;
			readonly retryAfterSeconds: number | null;
	  };

export interface JsonRequest {
	readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly body?: unknown;
	readonly timeoutMs?: number;
}

const unreachable: HttpFailure = { kind: 'unreachable' };

function isOurs(response: Response): boolean {
	const type = response.headers.get('content-type') ?? '';
	return response.headers.get('x-carnet') === '1' && type.startsWith('application/json');
}

function retryAfterOf(response: Response): number | null {
	const seconds = Number(response.headers.get('retry-after') ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** @param fetch the browser's own, or a test's */
export async function fetchJson(
	fetch: Fetch,
	url: string,
	{ method = 'GET', body, timeoutMs = 20_000 }: JsonRequest = {}
): Promise<Result<unknown, HttpFailure>> {
	try {
		const response = await fetch(url, {
			method,
			redirect: 'error',
			cache: 'no-store',
			credentials: 'same-origin',
			headers: { accept: 'application/json', 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(timeoutMs)
		});
		if (!isOurs(response)) return fail(unreachable);
		const answer: unknown = await response.json();
		if (response.ok) return ok(answer);
		const code = (answer as { error?: { code?: unknown } }).error?.code;
		return fail({
			kind: 'refused',
			status: response.status,
			code: typeof code === 'string' ? code : 'http.unknown',
			retryAfterSeconds: retryAfterOf(response)
		});
	} catch {
		return fail(unreachable);
	}
}
