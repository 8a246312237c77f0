import type { AppError } from '$lib/core/shared';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { statusOf } from './respond';

/** A text field; a file or a missing field is an empty text. */
export function formText(form: FormData, field: string): string {
	const value = form.get(field);
	return typeof value === 'string' ? value : '';
}

/** The files of a field; a browser sends an empty one where none was chosen. */
export const formFiles = (
	form: FormData,
	field: string
): Promise<{ name: string; content: Buffer }[]> =>
	Promise.all(
		form
			.getAll(field)
			.filter((value) => value instanceof File)
			.filter(({ size }) => size > 0)
			.map(async (file) => ({ name: file.name, content: Buffer.from(await file.arrayBuffer()) }))
	);

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
