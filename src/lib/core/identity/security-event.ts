/** What the list of security events may hold. */
export const securityEventKinds = [
	'sign-in',
	'sign-in-failed',
	'sign-in-delayed',
	'sign-out',
	'spraying'
] as const;

export type SecurityEventKind = (typeof securityEventKinds)[number];
