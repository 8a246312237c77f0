/** The bank of reasons a right is refused for, in the words the person will read. */
export const refusalReasons = {
	'piece-absente': 'La pièce justificative n’a pas été fournie.',
	'piece-illisible': 'La pièce fournie n’est pas lisible.',
	'piece-perimee': 'La pièce fournie n’est plus valable à la date demandée.',
	'piece-hors-sujet': 'La pièce fournie ne prouve pas la situation déclarée.',
	'date-depassee': 'La situation n’était pas établie à la date fixée par les règles.',
	'condition-non-remplie': 'La condition prévue par les règles n’est pas remplie.',
	'dossier-different': 'Le dossier de gestion ne dit pas la même chose.',
	'avis-defavorable': 'L’avis demandé n’est pas favorable.'
} as const;

export type RefusalReason = keyof typeof refusalReasons;
export const isRefusalReason = (text: string): text is RefusalReason => text in refusalReasons;
