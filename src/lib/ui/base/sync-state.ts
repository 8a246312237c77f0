/** What a screen must say of its data: how fresh, cut off since when, what waits to leave. */
export type SyncState =
	| { readonly kind: 'fresh'; readonly at: Date }
	| { readonly kind: 'syncing' }
	| { readonly kind: 'offline'; readonly since: Date | null }
	| { readonly kind: 'trouble'; readonly since: Date | null }
	| { readonly kind: 'waiting'; readonly count: number }
	| { readonly kind: 'attention'; readonly count: number }
	| { readonly kind: 'outdated' }
	| { readonly kind: 'expired' };

/** The last exchange, as the phone recorded it. */
interface LastExchange {
	readonly state: 'up-to-date' | 'offline' | 'signed-out' | 'outdated' | 'trouble';
	readonly lastSuccess: string | null;
}

/** What the person wrote and the server does not have. */
interface Unsent {
	readonly waiting: number;
	readonly attention: number;
}

/** What matters most first: a choice to make, a session to open again, what waits, then freshness. */
export function syncStateOf(
	{ state, lastSuccess }: LastExchange,
	{ waiting, attention }: Unsent = { waiting: 0, attention: 0 }
): SyncState {
	if (attention > 0) return { kind: 'attention', count: attention };
	if (state === 'signed-out') return { kind: 'expired' };
	if (state === 'outdated') return { kind: 'outdated' };
	if (waiting > 0) return { kind: 'waiting', count: waiting };
	const since = lastSuccess === null ? null : new Date(lastSuccess);
	switch (state) {
		case 'up-to-date':
			return since ? { kind: 'fresh', at: since } : { kind: 'syncing' };
		case 'offline':
		case 'trouble':
			return { kind: state, since };
	}
}
