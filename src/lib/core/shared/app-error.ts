export type ErrorKind =
	| 'validation'
	| 'unauthenticated'
	| 'forbidden'
	| 'not-found'
	| 'conflict'
	| 'too-large'
	| 'unsupported'
	| 'rate-limited'
	| 'unavailable'
	| 'internal';

/** `<room>.<reason>`; the French text of each code stands in `ui/text/errors`. */
export type ErrorCode = `${string}.${string}`;

export interface AppError {
	readonly code: ErrorCode;
	readonly kind: ErrorKind;
	readonly meta?: Readonly<Record<string, unknown>>;
}

export const appError = (
	code: ErrorCode,
	kind: ErrorKind,
	meta?: Readonly<Record<string, unknown>>
): AppError => (meta ? { code, kind, meta } : { code, kind });

/** Thrown by a use-case to roll its unit of work back; carries the error the caller will see. */
export class AppFailure extends Error {
	constructor(readonly error: AppError) {
		super(error.code);
		this.name = 'AppFailure';
	}
}
