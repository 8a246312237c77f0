/**
 * The open API's own rules, around every route under its prefixes: any origin may read the answers
 * (errors included), no cookie is looked at, and a caller has 600 requests a minute, whichever instance
 * answers. Without its database an instance counts alone rather than refuse what needs none.
 */
import { appError } from '$lib/core/shared';
import type { Handle } from '@sveltejs/kit';
import { respondError } from '../respond';
import { callerOf } from './caller';
import { inProcessRateLimiter, sharedRateLimiter, type RateVerdict } from './rate-limit';

const prefixes = ['/api/v1/simulations/', '/api/v1/openapi.json', '/api/v1/reference'];

const isOpenApi = (pathname: string): boolean =>
	prefixes.some((prefix) => pathname.startsWith(prefix));

const LIMIT = 600;
const alone = inProcessRateLimiter(LIMIT);
let limiter = alone;

/** Called once where several instances may serve the same database. */
export function shareRequestCounters(): void {
	limiter = sharedRateLimiter(LIMIT);
}

async function take(caller: string): Promise<RateVerdict> {
	const now = Date.now();
	try {
		return await limiter.take(caller, now);
	} catch {
		return alone.take(caller, now);
	}
}

const exposed = 'Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Request-Id';

function opened(response: Response, verdict: RateVerdict | null): Response {
	const { headers } = response;
	headers.set('access-control-allow-origin', '*');
	headers.set('access-control-expose-headers', exposed);
	headers.set('cross-origin-resource-policy', 'cross-origin');
	if (verdict) {
		headers.set('ratelimit-limit', String(verdict.limit));
		headers.set('ratelimit-remaining', String(verdict.remaining));
		headers.set('ratelimit-reset', String(verdict.resetSeconds));
	}
	return response;
}

const preflight = () =>
	new Response(null, {
		status: 204,
		headers: {
			'access-control-allow-methods': 'GET, POST, OPTIONS',
			'access-control-allow-headers': 'Content-Type',
			'access-control-max-age': '86400'
		}
	});

export const openApi: Handle = async ({ event, resolve }) => {
	if (!isOpenApi(event.url.pathname)) return resolve(event);
	if (event.request.method === 'OPTIONS') return opened(preflight(), null);
	const verdict = await take(callerOf(event.getClientAddress()));
	if (verdict.allowed) return opened(await resolve(event), verdict);
	const message = `Plus de ${verdict.limit} requêtes en une minute\u00a0: réessayez dans ${verdict.resetSeconds} s.`;
	const refused = respondError(
		appError('http.too-many', 'rate-limited', { issues: [{ path: '', message }] })
	);
	refused.headers.set('retry-after', String(verdict.resetSeconds));
	return opened(refused, verdict);
};
