/** What is too heavy for one person alone: someone else of the académie agrees first. */
export const approvalKinds = ['export', 'publication', 'circular'] as const;
export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalRules = {
	/** Neither agreed to nor used by then, the request is void. */
	lifetimeSeconds: 24 * 3600,
	/** Above that, an export takes two people. */
	exportRows: 200
} as const;
