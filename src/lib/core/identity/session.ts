import type { Role } from './role';

/** Proofs of identity, weakest first. */
export const factors = [
	'password',
	'sso',
	'email-code',
	'recovery-code',
	'totp',
	'passkey'
] as const;
export type Factor = (typeof factors)[number];

/** Those who read other people’s files prove it by what they hold, or by a spare code of it. */
const strong: readonly Factor[] = ['totp', 'passkey', 'recovery-code'];
export const opensSession = (role: Role, factor: Factor): boolean =>
	role === 'enseignant' || strong.includes(factor);

export interface SessionLifetime {
	/** Unused for that long, the session ends. */
	readonly idleSeconds: number;
	/** Used or not, the session ends after that. */
	readonly absoluteSeconds: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** A teacher reads their own file on their own phone; staff read other people's on shared desks. */
const teacher: SessionLifetime = { idleSeconds: 14 * DAY, absoluteSeconds: 90 * DAY };
const staff: SessionLifetime = { idleSeconds: HOUR, absoluteSeconds: 12 * HOUR };

export const lifetimeOf = (role: Role): SessionLifetime =>
	role === 'enseignant' ? teacher : staff;
