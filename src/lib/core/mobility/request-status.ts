/** The life of a mutation request: real sub-states, each under one of the four colours. */

export const statusColours = ['saisi', 'controle', 'etude', 'publie'] as const;
/** The tones of the screens: bleu Saisi, vert Contrôlé, orange En cours d’étude, violet Résultat publié. */
export type StatusColour = (typeof statusColours)[number];

export const requestStates = [
	'brouillon',
	'voeux-valides',
	'confirmation-a-signer',
	'transmise',
	'pieces-verifiees',
	'bareme-initial',
	'contestation',
	'bareme-definitif',
	'commission',
	'resultat',
	'recours',
	'annulee'
] as const;
export type RequestState = (typeof requestStates)[number];

export const isRequestState = (text: string): text is RequestState =>
	(requestStates as readonly string[]).includes(text);

export interface StateFace {
	readonly colour: StatusColour | null;
	readonly label: string;
}

/** `annulee` has no colour: nothing is under way any more. */
export const stateFaces: Readonly<Record<RequestState, StateFace>> = {
	brouillon: { colour: 'saisi', label: 'Brouillon' },
	'voeux-valides': { colour: 'saisi', label: 'Vœux validés' },
	'confirmation-a-signer': { colour: 'saisi', label: 'Confirmation à signer' },
	transmise: { colour: 'saisi', label: 'Transmise' },
	'pieces-verifiees': { colour: 'controle', label: 'Pièces vérifiées' },
	'bareme-initial': { colour: 'controle', label: 'Barème initial' },
	contestation: { colour: 'etude', label: 'Contestation' },
	'bareme-definitif': { colour: 'etude', label: 'Barème définitif' },
	commission: { colour: 'etude', label: 'Commission' },
	resultat: { colour: 'publie', label: 'Résultat publié' },
	recours: { colour: 'publie', label: 'Recours' },
	annulee: { colour: null, label: 'Annulée' }
};

export const colourLabels: Readonly<Record<StatusColour, string>> = {
	saisi: 'Saisi',
	controle: 'Contrôlé',
	etude: 'En cours d’étude',
	publie: 'Résultat publié'
};

/** Moments of a campaign that open or close an action; null is « not fixed yet ». */
export interface CampaignWindows {
	readonly saisie: Window;
	/** Until when the confirmation may be signed. */
	readonly confirmation: Window;
	readonly contestation: Window;
	readonly annulation: Window;
	readonly recours: Window;
}

export interface Window {
	readonly from: Date | null;
	readonly to: Date | null;
}

/** Closed before `from` and from `to` on; a window with no date at all is closed. */
export const isOpen = ({ from, to }: Window, at: Date): boolean =>
	(from !== null || to !== null) && (from === null || at >= from) && (to === null || at < to);

export const isOver = ({ to }: Window, at: Date): boolean => to !== null && at >= to;
