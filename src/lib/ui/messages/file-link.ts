import type { Attachment } from '$lib/core/messages';
import { pageCount, weight } from '../documents/texts';

/** A file that opens from the server; null detail when only its name is known. */
export interface FileLink {
	readonly href: string;
	readonly name: string;
	readonly detail: string | null;
}

export const attachmentLink = ({ id, name, bytes, pages }: Attachment): FileLink => ({
	...{ href: `/api/v1/pieces-jointes/${id}`, name },
	detail: `${pageCount(pages)}, ${weight(bytes)}`
});

/** @param purpose why a service opens it, in the words its owner will read; not asked of the owner */
export const pieceLink = (
	id: string,
	name: string | undefined,
	purpose: string | null = null
): FileLink | null =>
	name === undefined
		? null
		: {
				...{ name, detail: null },
				href: `/api/v1/documents/${id}${purpose ? `?motif=${encodeURIComponent(purpose)}` : ''}`
			};
