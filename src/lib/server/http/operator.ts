import type { RequestEvent } from '@sveltejs/kit';
import { isControlToken } from '../control';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** What a proxy on the same machine adds: the request then comes from elsewhere. */
const forwarding = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** The command line of this very machine, which read the control token in the data folder. */
export function isOperator(event: RequestEvent): boolean {
	const { headers } = event.request;
	if (forwarding.some((name) => headers.has(name))) return false;
	if (!loopback.has(event.getClientAddress())) return false;
	const [scheme, token = ''] = (headers.get('authorization') ?? '').split(' ');
	return scheme === 'Bearer' && isControlToken(token);
}
