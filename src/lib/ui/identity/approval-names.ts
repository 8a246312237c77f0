import type { ApprovalKind } from '$lib/core/identity';

export const approvalNames: Readonly<Record<ApprovalKind, string>> = {
	export: 'Export de données',
	publication: 'Publication en nombre',
	circular: 'Diffusion d’une circulaire'
};
