/** The parts of Messages. */
export const messagesTabs = [{ href: '/messages', label: 'Notifications' }] as const;
