/** The dated data on pieces, loaded on demand: never with a first page. */
import type { DocumentsData, DocumentsReference } from '$lib/core/documents';
import types from './piece-types.json';
import retention from './retention.json';
import sources from './sources.json';
import seal from './VERSION.json';

/** As written in the files; `data:check` validates the shape that this cast takes for granted. */
export const documentsData = { sources, types, retention } as unknown as DocumentsData;

/** Version and sha256 of `documentsData`, written by `npm run data:check`. */
export const documentsSeal: {
	readonly version: string;
	readonly asOf: string;
	readonly sha256: string;
} = seal;

export const documentsReference: DocumentsReference = {
	version: seal.version,
	...(documentsData as unknown as Omit<DocumentsReference, 'version'>)
};
