/**
 * Who may call what: one line per route and method, and per form action. A route that is not here
 * answers as if it did not exist, so forgetting one fails closed; a test compares the table with the
 * build's own list of routes. Pages of `(app)` are empty shells that hold nobody's data, hence public.
 */
import type { Role } from './role';

/** `public`: anyone. `session`: any signed-in person. A list: those roles only. */
export type Need = 'public' | 'session' | readonly Role[];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RouteRule {
	/** Form actions are written `POST ?/name`. */
	readonly [operation: string]: Need;
}

export const policy: Readonly<Record<string, RouteRule>> = {
	'/(app)/accueil': { GET: 'public' },
	'/(app)/plus': { GET: 'public' },
	'/(public)': { GET: 'public' },
	'/(public)/accessibilite': { GET: 'public' },
	'/(public)/aide': { GET: 'public' },
	'/(public)/confidentialite': { GET: 'public' },
	'/(public)/mentions-legales': { GET: 'public' },
	'/(public)/navigateur': { GET: 'public' },
	'/api/v1/sync/pull': { POST: 'session' },
	'/coquille': { GET: 'public' },
	'/healthz': { GET: 'public' },
	'/readyz': { GET: 'public' }
};

/** What the operation needs, or null when nobody may call it. */
export function needOf(routeId: string, method: string, action: string | null): Need | null {
	const rule = policy[routeId];
	if (!rule) return null;
	const verb = method === 'HEAD' ? 'GET' : method;
	return rule[action === null ? verb : `${verb} ?/${action}`] ?? null;
}

export function allows(need: Need, role: Role | null): boolean {
	if (need === 'public') return true;
	if (role === null) return false;
	return need === 'session' || need.includes(role);
}
