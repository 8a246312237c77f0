/** The parts of Messages. */
export const messagesTabs = [
	{ href: '/messages', label: 'Notifications' },
	{ href: '/messages/correspondances', label: 'Correspondances' },
	{ href: '/messages/actualites', label: 'Actualités' }
] as const;
