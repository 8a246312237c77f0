import type { AppError } from '$lib/core/shared';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { statusOf } from './respond';

/** A text field; a file or a missing field is an empty text. */
export function formText(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value : '';
}

/** Answers a form with an error and what had been typed (never a secret). */
export function failWith<T extends Record<string, string>>(
	event: RequestEvent,
	error: AppError,
	typed: T
) {
	const wait = error.meta?.['retryAfter'];
	const retryAfter = typeof wait === 'number' ? wait : null;
	if (retryAfter !== null) event.setHeaders({ 'retry-after': String(retryAfter) });
	return fail(statusOf[error.kind], { ...typed, code: error.code, retryAfter });
}
