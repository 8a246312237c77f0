/** What the list of security events may hold. */
export const securityEventKinds = [
	'sign-in',
	'sign-in-failed',
	'sign-in-delayed',
	'foreign-sign-in',
	'foreign-refused',
	'sign-out',
	'spraying',
	'activation',
	'password-changed',
	'recovery-address-asked',
	'recovery-address-changed',
	'recovery-address-kept',
	'unblock-asked',
	'factor-failed',
	'totp-added',
	'totp-removed',
	'passkey-added',
	'passkey-removed',
	'recovery-codes-made',
	'recovery-code-used',
	'sessions-closed',
	'reads-alarm',
	'account-frozen'
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];
