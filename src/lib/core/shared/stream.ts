/** A stream is an audience: whoever may read it receives everything in it. */
export type StreamKind = 'user' | 'etab' | 'academie' | 'all';

/** `user:<account id>`, `etab:<uai>`, `academie:<code>` or `all`. */
export type Stream = 'all' | `user:${string}` | `etab:${string}` | `academie:${string}`;

export const kindOfStream = (stream: Stream): StreamKind => stream.split(':')[0] as StreamKind;
