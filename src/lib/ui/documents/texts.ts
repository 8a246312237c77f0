/** Words of pieces: states, advice, sizes. */
import type { DocumentState, MedicalOutcome, ReadabilityAdvice } from '$lib/core/documents';
import { NBSP, number } from '../text/format';

export const stateWords: Readonly<
	Record<DocumentState, { readonly tone: 'etude' | 'controle' | 'alert'; readonly word: string }>
> = {
	checking: { tone: 'etude', word: 'Vérification en cours' },
	accepted: { tone: 'controle', word: 'Acceptée' },
	refused: { tone: 'alert', word: 'Refusée' }
};

export const adviceTexts: Readonly<Record<ReadabilityAdvice, string>> = {
	blurred: 'Cette page paraît floue. Reprenez-la bien à plat, sans bouger.',
	dark: 'Cette page paraît trop sombre. Rapprochez-vous de la lumière.',
	empty: 'Cette page paraît vide. Vérifiez que c’est la bonne face.'
};

/** `2,9 Mo`, `340 ko` */
export const weight = (bytes: number): string =>
	bytes >= 1_000_000
		? `${number(Math.round(bytes / 100_000) / 10)}${NBSP}Mo`
		: `${number(Math.max(1, Math.round(bytes / 1000)))}${NBSP}ko`;

export const pageCount = (pages: number): string => `${pages}${NBSP}page${pages > 1 ? 's' : ''}`;

export const documentsWord = (count: number): string =>
	`${count}${NBSP}pièce${count > 1 ? 's' : ''}`;

export const outcomeWords: Readonly<Record<MedicalOutcome, string>> = {
	favorable: 'favorable',
	defavorable: 'défavorable',
	'a-completer': 'à compléter'
};
