import { appError, type AppError, type ErrorCode } from './app-error';

/** What is wrong in what was sent, where, said to the person in French. */
export interface Issue {
	readonly path: string;
	readonly message: string;
}

/** A value the rules cannot accept: the engines refuse rather than guess. */
export const refusal = (code: ErrorCode, path: string, message: string): AppError =>
	appError(code, 'validation', { issues: [{ path, message }] satisfies Issue[] });
