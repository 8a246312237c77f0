/** A refusal in the engine's own words where it has some, else the text of its code. */
import type { AppError } from '$lib/core/shared';
import { errorText } from '../text/errors';

export function refusalText(error: AppError): string {
	const issues = (error.meta?.issues ?? []) as readonly { message?: unknown }[];
	const messages = issues.flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
	return messages.length > 0 ? messages.join(' ') : errorText(error);
}
