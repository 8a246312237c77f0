/**
 * French text of each error code: what happened and what to do, without blame. Keys are ordered by
 * room; a test refuses a code used in the source without a text here.
 */
import type { AppError } from '$lib/core/shared';

export const errorTexts: Readonly<Record<string, string>> = {
	'http.not-found': 'Cette page ou cette donnée n’existe pas, ou n’est pas accessible à ce compte.',
	'identity.session-required': 'La session est terminée. Reconnectez-vous pour continuer.'
};

const UNKNOWN = 'Une erreur inattendue est survenue. Rien de ce qui est enregistré n’est perdu.';

export const errorText = (error: Pick<AppError, 'code'>): string =>
	errorTexts[error.code] ?? UNKNOWN;
