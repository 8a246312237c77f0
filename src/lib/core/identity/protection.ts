/**
 * « À qui est ce téléphone ? »: the four answers, and what each one lets the phone keep.
 *
 * `passkey`: theirs, everything encrypted, opened by a passkey, without the network too.
 * `code`: theirs, everything encrypted, opened by a code and a share that the server holds.
 * `clear`: theirs, without a lock: only what `keptInClear` allows, readable by whoever holds it.
 * `memory`: shared with others: nothing outlives the page.
 */
export const protections = ['passkey', 'code', 'clear', 'memory'] as const;
export type Protection = (typeof protections)[number];

/** Until the person has answered. */
export const DEFAULT_PROTECTION: Protection = 'clear';

export const CODE_TRIES = 10;

/** Six to twelve digits, not all the same and not a plain run. */
export function isAcceptableCode(code: string): boolean {
	if (!/^\d{6,12}$/.test(code)) return false;
	const steps = [...code].slice(1).map((digit, i) => Number(digit) - Number(code[i]));
	const [first = 0] = steps;
	return Math.abs(first) > 1 || steps.some((step) => step !== first);
}

/** Unlocked and untouched for that long, it locks. */
export const IDLE_LOCK_SECONDS = 5 * 60;
/** A shared device left alone for that long is signed out. */
export const IDLE_SIGN_OUT_SECONDS = 15 * 60;
