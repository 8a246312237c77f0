/** What the list of security events may hold. */
export const securityEventKinds = [
	'sign-in',
	'sign-in-failed',
	'sign-in-delayed',
	'sign-out',
	'spraying',
	'activation',
	'recovery-asked',
	'password-changed',
	'recovery-address-asked',
	'recovery-address-changed'
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];
