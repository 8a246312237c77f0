/**
 * The only module that knows Lucia, which its author has frozen (see docs/adr): everything else sees
 * the five functions below.
 */
import { lifetimeOf, type Factor, type Role, type SessionUser } from '$lib/core/identity';
import { Lucia, TimeSpan } from 'lucia';
import { luciaAdapter } from './lucia-adapter.repository';

interface UserAttributes extends Omit<SessionUser, 'id'> {}

interface SessionAttributes {
	device: string;
	factor: Factor;
	verified_at: Date;
	/** Given at creation only. */
	idle_seconds?: number;
	absolute_seconds?: number;
}

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseUserAttributes: UserAttributes;
		DatabaseSessionAttributes: SessionAttributes;
	}
}

const lucia = new Lucia(luciaAdapter, {
	// So long that Lucia asks for a renewal at every request: the adapter decides in SQL.
	sessionExpiresIn: new TimeSpan(400, 'd'),
	getUserAttributes: (user) => user,
	getSessionAttributes: ({ device, factor, verified_at }) => ({
		device,
		factor,
		verifiedAt: verified_at
	})
});

/** `__Host-`: this host alone, https alone (browsers take localhost as such), whole site. */
export const sessionCookie = {
	name: '__Host-carnet',
	options: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' }
} as const;

export interface OpenSession {
	readonly id: string;
	readonly device: string;
	readonly factor: Factor;
	/** When the strongest proof of this session was last given. */
	readonly verifiedAt: Date;
}

/** Who holds this session, or null; keeps a session in use alive within its bounds. */
export async function readSession(
	id: string
): Promise<{ session: OpenSession; user: SessionUser } | null> {
	const { session, user } = await lucia.validateSession(id);
	return session && user ? { session, user } : null;
}

/** Opens a session and returns its value, which exists nowhere else. */
export async function openSession(
	account: { id: string; role: Role },
	proof: { factor: Factor; at: Date; device: string }
): Promise<string> {
	const { idleSeconds, absoluteSeconds } = lifetimeOf(account.role);
	const session = await lucia.createSession(account.id, {
		device: proof.device,
		factor: proof.factor,
		verified_at: proof.at,
		idle_seconds: idleSeconds,
		absolute_seconds: absoluteSeconds
	});
	return session.id;
}

export const closeSession = (id: string): Promise<void> => lucia.invalidateSession(id);

export const closeSessionsOf = (accountId: string): Promise<void> =>
	lucia.invalidateUserSessions(accountId);

export const forgetExpiredSessions = (): Promise<void> => lucia.deleteExpiredSessions();
