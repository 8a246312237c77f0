/**
 * What becomes of a mutation that reaches the server, given the row as it stands there. The base is
 * the version (the last mutation) the person had under their eyes: unlike a revision it stays true
 * for writes chained without the network, and after a backup has been restored.
 */
import type { Mutator } from '../shared';
import { applyMutation, type Body } from './apply-mutation';
import type { Mutation } from './push-protocol';

export type Decision =
	| { readonly outcome: 'write'; readonly body: Body | null }
	/** The row already is as it should be. */
	| { readonly outcome: 'nothing-to-do' }
	| { readonly outcome: 'rejected'; readonly code: string }
	| { readonly outcome: 'conflict' };

export function decide(mutator: Mutator, mutation: Mutation, current: Body | null): Decision {
	if (mutator.policy === 'strict' && (current?.version ?? null) !== mutation.base) {
		return { outcome: 'conflict' };
	}
	if (mutator.policy === 'append' && current && current.version !== mutation.id) {
		return { outcome: 'rejected', code: 'sync.already-exists' };
	}
	if (mutator.needsRow && !current) return { outcome: 'rejected', code: 'sync.row-gone' };
	const body = applyMutation(mutator, current, mutation);
	return body === current ? { outcome: 'nothing-to-do' } : { outcome: 'write', body };
}
