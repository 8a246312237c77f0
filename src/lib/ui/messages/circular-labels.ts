import type { CircularKind, CircularState } from '$lib/core/messages';
import type { ChipTone } from '../base/Chip.svelte';

export const kindLabels: Readonly<Record<CircularKind, string>> = {
	correspondance: 'Correspondance',
	actualite: 'Actualité',
	alerte: 'Alerte sécurité'
};

export const stateLabels: Readonly<
	Record<CircularState, { readonly tone: ChipTone; readonly text: string }>
> = {
	draft: { tone: 'saisi', text: 'Brouillon' },
	'to-approve': { tone: 'etude', text: 'Attend un second accord' },
	scheduled: { tone: 'controle', text: 'Programmée' },
	sending: { tone: 'etude', text: 'En cours d’envoi' },
	published: { tone: 'publie', text: 'Publiée' }
};
