/**
 * Who may take a request from where to where, and when. One table: the screens offer what it allows,
 * the server refuses the rest, and a test plays thousands of random histories against it.
 */
import { appError, fail, ok, type Result } from '../shared';
import type { Role } from '../identity';
import {
	isOpen,
	isOver,
	type CampaignWindows,
	type RequestState,
	type Window
} from './request-status';

export const requestActions = [
	'valider-les-voeux',
	'modifier',
	'deposer',
	'signer',
	'annuler',
	'contester',
	'faire-recours',
	'verifier-les-pieces',
	'rouvrir-les-pieces',
	'afficher-le-bareme',
	'repondre-a-la-contestation',
	'arreter-le-bareme',
	'passer-en-commission',
	'publier-le-resultat',
	'constater-le-defaut-de-confirmation'
] as const;
export type RequestAction = (typeof requestActions)[number];

/** `owner`: the teacher whose request it is. `system`: the campaign's clock. */
export type Hand = 'owner' | 'gestionnaire' | 'system';

interface Transition {
	readonly from: readonly RequestState[];
	readonly to: RequestState;
	readonly by: Hand;
	/** Window that must be open, and the refusal when it is not. */
	readonly within?: keyof CampaignWindows;
	/** Window that must be over. */
	readonly after?: keyof CampaignWindows;
}

export const transitions: Readonly<Record<RequestAction, Transition>> = {
	'valider-les-voeux': { from: ['brouillon'], to: 'voeux-valides', by: 'owner', within: 'saisie' },
	modifier: {
		from: ['voeux-valides', 'confirmation-a-signer'],
		to: 'brouillon',
		by: 'owner',
		within: 'saisie'
	},
	deposer: {
		from: ['voeux-valides'],
		to: 'confirmation-a-signer',
		by: 'owner',
		within: 'saisie'
	},
	signer: {
		from: ['confirmation-a-signer'],
		to: 'transmise',
		by: 'owner',
		within: 'confirmation'
	},
	annuler: {
		from: [
			'brouillon',
			'voeux-valides',
			'confirmation-a-signer',
			'transmise',
			'pieces-verifiees',
			'bareme-initial',
			'contestation',
			'bareme-definitif'
		],
		to: 'annulee',
		by: 'owner',
		within: 'annulation'
	},
	contester: {
		from: ['bareme-initial'],
		to: 'contestation',
		by: 'owner',
		within: 'contestation'
	},
	'faire-recours': { from: ['resultat'], to: 'recours', by: 'owner', within: 'recours' },
	'verifier-les-pieces': { from: ['transmise'], to: 'pieces-verifiees', by: 'gestionnaire' },
	'rouvrir-les-pieces': { from: ['pieces-verifiees'], to: 'transmise', by: 'gestionnaire' },
	'afficher-le-bareme': { from: ['pieces-verifiees'], to: 'bareme-initial', by: 'gestionnaire' },
	'repondre-a-la-contestation': {
		from: ['contestation'],
		to: 'bareme-definitif',
		by: 'gestionnaire'
	},
	'arreter-le-bareme': {
		from: ['bareme-initial'],
		to: 'bareme-definitif',
		by: 'gestionnaire',
		after: 'contestation'
	},
	'passer-en-commission': { from: ['bareme-definitif'], to: 'commission', by: 'gestionnaire' },
	'publier-le-resultat': { from: ['commission'], to: 'resultat', by: 'gestionnaire' },
	'constater-le-defaut-de-confirmation': {
		from: ['confirmation-a-signer'],
		to: 'annulee',
		by: 'system',
		after: 'confirmation'
	}
};

/** What a person is to a request; null when they are nothing to it. */
export function handOf(role: Role, isOwner: boolean): Hand | null {
	if (isOwner) return 'owner';
	return role === 'gestionnaire' ? 'gestionnaire' : null;
}

const windowError = (name: string, window: Window, at: Date) =>
	appError('mobility.window-closed', 'conflict', {
		fenetre: name,
		close: isOver(window, at)
	});

/** The state the action leads to, or why it is refused; the request itself is never changed here. */
export function advance(
	state: RequestState,
	action: RequestAction,
	hand: Hand | null,
	at: Date,
	windows: CampaignWindows
): Result<RequestState> {
	const { from, to, by, within, after } = transitions[action];
	if (hand !== by) return fail(appError('mobility.not-allowed', 'forbidden'));
	if (!from.includes(state)) {
		return fail(appError('mobility.wrong-state', 'conflict', { etat: state, action }));
	}
	if (within && !isOpen(windows[within], at)) {
		return fail(windowError(within, windows[within], at));
	}
	if (after && !isOver(windows[after], at)) return fail(windowError(after, windows[after], at));
	return ok(to);
}

/** What the person may do now. */
export const actionsFor = (
	state: RequestState,
	hand: Hand | null,
	at: Date,
	windows: CampaignWindows
): RequestAction[] =>
	requestActions.filter((action) => advance(state, action, hand, at, windows).ok);
