import type { StreamKind } from './stream';

declare const bodyType: unique symbol;

/** A kind of row that travels to the phone. A change of shape is a new version, never an edit. */
export interface Entity<Body = unknown> {
	readonly type: string;
	readonly version: number;
	/** The one kind of stream its rows live in. */
	readonly stream: StreamKind;
	/** Carries the row's TypeScript type; there is no such property at run time. */
	readonly [bodyType]?: Body;
}

export const entity = <Body>(type: string, version: number, stream: StreamKind): Entity<Body> => ({
	type,
	version,
	stream
});

export type BodyOf<E> = E extends Entity<infer Body> ? Body : never;
