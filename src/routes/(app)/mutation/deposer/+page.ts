import { documentsReference } from '$lib/data/documents';

export const load = () => ({ documents: documentsReference });
