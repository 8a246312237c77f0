import { documentsReference } from '$lib/data/documents';
import { isUuid } from '$lib/core/shared';

/** `remplace`: the piece this one takes the place of; `nature`: what it is, already chosen. */
export const load = ({ url }: { url: URL }) => {
	const replaces = url.searchParams.get('remplace') ?? '';
	return {
		documents: documentsReference,
		replaces: isUuid(replaces) ? replaces : null,
		type: url.searchParams.get('nature') ?? ''
	};
};
