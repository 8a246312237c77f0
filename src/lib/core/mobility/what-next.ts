/** « Et maintenant ? » : what the teacher has to do, or whom they are waiting for, and until when. */
import { isOpen, type CampaignWindows, type RequestState } from './request-status';

export interface WhatNext {
	readonly text: string;
	/** Moment it must be done by, or comes. */
	readonly by: Date | null;
	/** Whether the next move is the teacher's. */
	readonly yours: boolean;
}

const yours = (text: string, by: Date | null): WhatNext => ({ text, by, yours: true });
const wait = (text: string, by: Date | null = null): WhatNext => ({ text, by, yours: false });

export function whatNext(state: RequestState, windows: CampaignWindows, at: Date): WhatNext {
	const { saisie, confirmation, contestation, recours } = windows;
	switch (state) {
		case 'brouillon':
			if (saisie.from && at < saisie.from)
				return wait('La saisie n’est pas encore ouverte.', saisie.from);
			return isOpen(saisie, at)
				? yours('Complétez vos vœux et vos priorités, puis validez.', saisie.to)
				: wait('La saisie est close\u00a0: ce brouillon n’a pas été déposé.');
		case 'voeux-valides':
			return isOpen(saisie, at)
				? yours('Déposez votre demande avant la clôture.', saisie.to)
				: wait('La saisie est close\u00a0: cette demande n’a pas été déposée.');
		case 'confirmation-a-signer':
			return yours(
				'Relisez et signez la confirmation\u00a0: sans elle, la demande est annulée.',
				confirmation.to
			);
		case 'transmise':
			return wait('Le service vérifie vos pièces. Répondez vite s’il en manque une.');
		case 'pieces-verifiees':
			return wait('Le barème initial sera affiché.', contestation.from);
		case 'bareme-initial':
			return isOpen(contestation, at)
				? yours(
						'Relisez votre barème\u202f; contestez une ligne si elle est fausse.',
						contestation.to
					)
				: wait('Le barème sera arrêté.');
		case 'contestation':
			return wait('Le service répond à votre contestation.');
		case 'bareme-definitif':
			return wait('Votre barème est arrêté. La commission suit.');
		case 'commission':
			return wait('Les résultats seront publiés tous ensemble.');
		case 'resultat':
			return isOpen(recours, at)
				? yours('Un recours est possible si aucun vœu n’est satisfait.', recours.to)
				: wait('La campagne est terminée.');
		case 'recours':
			return wait('Votre recours est à l’étude.');
		case 'annulee':
			return wait('Cette demande est annulée\u202f; vous gardez votre poste.');
	}
}
