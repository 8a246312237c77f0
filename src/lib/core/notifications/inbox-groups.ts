import type { InboxItem } from './inbox';

/** Several things told about one subject: the last one, and how many came before it. */
export interface InboxGroup {
	readonly latest: InboxItem;
	readonly earlier: number;
	/** Those not read yet, the latest included. */
	readonly unread: readonly string[];
}

/** Latest first. */
export function groupsOf(items: readonly InboxItem[]): InboxGroup[] {
	const newestFirst = [...items].sort((a, b) => b.at.localeCompare(a.at));
	return [...Map.groupBy(newestFirst, ({ group }) => group).values()].map((group) => ({
		latest: group[0]!,
		earlier: group.length - 1,
		unread: group.filter(({ readAt }) => readAt === null).map(({ id }) => id)
	}));
}
