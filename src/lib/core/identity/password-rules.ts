import { appError, type AppError } from '../shared';
import type { Role } from './role';

/** Score of the estimator: 3 resists guessing online and off for a while, 4 for long. */
export type Score = 0 | 1 | 2 | 3 | 4;

interface PasswordRule {
	readonly shortest: number;
	readonly score: Score;
}

export const LONGEST_PASSWORD = 128;
const common: PasswordRule = { shortest: 12, score: 3 };
const administrator: PasswordRule = { shortest: 16, score: 4 };

export const passwordRuleOf = (role: Role): PasswordRule =>
	role === 'admin' ? administrator : common;

/** Characters as a person counts them. */
const lengthOf = (password: string) => [...password].length;

/** Why a new password is refused, or null. Any character is welcome. */
export function refusePassword(password: string, score: Score, role: Role): AppError | null {
	const rule = passwordRuleOf(role);
	const length = lengthOf(password);
	if (length < rule.shortest) {
		return appError('identity.password-too-short', 'validation', { shortest: rule.shortest });
	}
	if (length > LONGEST_PASSWORD) return appError('identity.password-too-long', 'validation');
	if (score < rule.score) return appError('identity.password-too-weak', 'validation');
	return null;
}

/** What is kept of an audit: three answers, of which nothing can be computed back. */
export interface PasswordMarks {
	readonly long: boolean;
	readonly varied: boolean;
	readonly personal: boolean;
}

export const marksOf = (audit: PasswordAudit): PasswordMarks => ({
	long: audit.length >= 16,
	varied: audit.kinds >= 3 || audit.length >= 20,
	personal: audit.personal
});

/** The four points of advice on a password: kept as marks, never the password itself. */
export interface PasswordAudit {
	readonly length: number;
	/** Kinds of characters: small, capital, digit, other. */
	readonly kinds: number;
	readonly personal: boolean;
	readonly score: Score;
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** What is left of a password once the person’s own words are taken out of it. */
export const withoutOwnWords = (password: string, ownWords: readonly string[]): string =>
	[...ownWords]
		.filter((word) => word.length >= 3)
		.sort((a, b) => b.length - a.length)
		.reduce((rest, word) => rest.replaceAll(plain(word), ''), plain(password));

export function auditPassword(
	password: string,
	score: Score,
	ownWords: readonly string[]
): PasswordAudit {
	return {
		length: lengthOf(password),
		kinds: kinds.filter((kind) => kind.test(password)).length,
		personal: withoutOwnWords(password, ownWords) !== plain(password),
		score
	};
}
