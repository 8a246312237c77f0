/** What an import has to write, given what is already there. */
export interface KnownAgent {
	readonly id: string;
	readonly content: string;
}

export interface IncomingAgent {
	/** Digest of the NUMEN: who it is. */
	readonly numen: string;
	/** Digest of everything the file says of the person. */
	readonly content: string;
}

export interface Reconciliation<T> {
	readonly created: readonly T[];
	readonly changed: readonly { readonly id: string; readonly agent: T }[];
	readonly unchanged: number;
}

export function reconcile<T extends IncomingAgent>(
	known: ReadonlyMap<string, KnownAgent>,
	incoming: readonly T[]
): Reconciliation<T> {
	const created: T[] = [];
	const changed: { id: string; agent: T }[] = [];
	for (const agent of incoming) {
		const existing = known.get(agent.numen);
		if (!existing) created.push(agent);
		else if (existing.content !== agent.content) changed.push({ id: existing.id, agent });
	}
	return { created, changed, unchanged: incoming.length - created.length - changed.length };
}
