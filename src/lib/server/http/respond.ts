import type { AppError, ErrorKind, Result } from '$lib/core/shared';
import { json } from '@sveltejs/kit';

export const statusOf: Record<ErrorKind, number> = {
	validation: 422,
	unauthenticated: 401,
	forbidden: 403,
	'not-found': 404,
	conflict: 409,
	'too-large': 413,
	unsupported: 415,
	'rate-limited': 429,
	unavailable: 503,
	internal: 500
};

/** Marks an answer as ours: a captive portal that answers 200 does not know it. */
const headers = { 'x-carnet': '1' };

export function respondError(error: AppError): Response {
	const wait = error.meta?.['retryAfter'];
	return json(
		{ error: { code: error.code, ...error.meta } },
		{
			status: statusOf[error.kind],
			headers: typeof wait === 'number' ? { ...headers, 'retry-after': String(wait) } : headers
		}
	);
}

export const respond = <T>(result: Result<T>, status = 200): Response =>
	result.ok ? json(result.value, { status, headers }) : respondError(result.error);

/**
 * A file someone deposited. Never shown by the browser itself: downloaded, under the type it was
 * checked for, and unable to run or load anything if it were shown all the same.
 */
export const respondPdf = ({ name, bytes }: { name: string; bytes: Buffer }): Response =>
	new Response(bytes as BodyInit, {
		headers: {
			...headers,
			'content-type': 'application/pdf',
			'content-length': String(bytes.length),
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
			'x-content-type-options': 'nosniff',
			'cache-control': 'no-store'
		}
	});
