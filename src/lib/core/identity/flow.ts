/** What a person may be proving, one step after the other. */
export const flowPurposes = [
	'activation',
	'recovery',
	'recovery-address',
	'second-factor',
	'passkey',
	'unblock'
] as const;
export type FlowPurpose = (typeof flowPurposes)[number];

export const flowRules = {
	/** From the first step to the last. */
	lifetimeSeconds: 10 * 60,
	codeDigits: 8,
	codeTries: 5
} as const;

/** The code as it was sent, however it was typed: « 1234 5678 ». */
export const normaliseCode = (typed: string): string => typed.replace(/\D/g, '');

/** Which proof a typed code can be, from its shape: six digits, eight, or letters. */
export function factorOfCode(typed: string): 'totp' | 'email-code' | 'recovery-code' {
	if (/[^\d\s-]/.test(typed)) return 'recovery-code';
	const { length } = normaliseCode(typed);
	return length === 6 ? 'totp' : length === flowRules.codeDigits ? 'email-code' : 'recovery-code';
}
