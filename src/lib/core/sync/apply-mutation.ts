/** The row after a mutation, marked with the mutation that wrote it: the same on both sides. */
import type { Mutator, Versioned } from '../shared';

export type Body = Versioned<Record<string, unknown>>;

export interface AppliedMutation {
	readonly id: string;
	readonly args: unknown;
}

export function applyMutation(
	{ apply }: Mutator,
	current: Body | null,
	{ id, args }: AppliedMutation
): Body | null {
	const next = apply(current, args) as Record<string, unknown> | null;
	if (next === null) return null;
	// An `append` that finds its row keeps it as it is.
	return next === current ? current : { ...next, version: id };
}
