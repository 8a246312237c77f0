/**
 * A change a person may make without the network. The same pure function computes the row on the
 * phone, at once, and on the server, later: neither can disagree with the other.
 */
import type { GenericSchema, InferOutput } from 'valibot';
import type { Entity } from './entity';

/**
 * What happens when somebody else wrote the row first.
 * `append`: a row of its own, nothing to conflict with. `merge-fields`: only the fields named are
 * written, the last to arrive wins field by field. `max`: the greatest value wins, in any order.
 * `strict`: a row that has changed since is not overwritten; the person chooses between both.
 */
export type ConflictPolicy = 'append' | 'merge-fields' | 'max' | 'strict';

/** Every row that can be written carries the id of the mutation that wrote it last. */
export type Versioned<Body> = Body & { readonly version: string };

export interface Mutator<Body = unknown, Schema extends GenericSchema = GenericSchema> {
	/** `<row>.<verb>` */
	readonly kind: string;
	readonly policy: ConflictPolicy;
	readonly entity: Entity<Versioned<Body>>;
	readonly args: Schema;
	/** It changes a row that must exist: without it the person is told, and nothing is written. */
	readonly needsRow?: boolean;
	/** The row written. */
	idOf(args: InferOutput<Schema>): string;
	/** The row afterwards, null once deleted; `current` is null where there is none. Idempotent. */
	apply(current: Body | null, args: InferOutput<Schema>): Body | null;
}

export const mutator = <Body, Schema extends GenericSchema>(
	declaration: Mutator<Body, Schema>
): Mutator<Body, Schema> => declaration;
