/** The dates of mobility campaigns, as published, in the one thread of deadlines. */
import type { Campaign, Movement, Phase } from '../mobility';
import type { Audience, Deadline } from '../notifications';
import { parseCivilDate } from '../shared';

export interface PublishedDeadline {
	readonly deadline: Deadline;
	readonly audience: Audience;
}

const secondDegree = [
	...['certifie', 'agrege', 'plp', 'peps', 'cpe', 'psyen', 'chaire-superieure']
] as const;
const corpsOf: Readonly<Record<Movement, readonly string[]>> = {
	inter: secondDegree,
	interdepartemental: ['pe']
};

/** What there is to do in each phase that ends; a phase that is not here asks nothing of the person. */
const actions: Readonly<Record<string, string>> = {
	saisie: 'saisir et valider vos vœux',
	confirmation: 'signer la confirmation et joindre vos pièces',
	rqth: 'transmettre une RQTH notifiée tardivement',
	'bareme-initial': 'relire votre barème',
	contestation: 'contester votre barème s’il est faux',
	tardives: 'demander tardivement, modifier ou annuler',
	recours: 'former un recours'
};

/** @param codeOf code of an académie, by the name under which its dates were read */
export function deadlinesOfCampaign(
	{ id, label, movement, phases }: Campaign,
	codeOf: (academie: string) => string | null
): PublishedDeadline[] {
	return phases.flatMap((phase: Phase) => {
		const [day = '', time] = phase.to?.split('T') ?? [];
		const date = parseCivilDate(day);
		const action = actions[phase.id];
		const academie = phase.academie === undefined ? undefined : codeOf(phase.academie);
		if (!date || !action || academie === null) return [];
		const [hours = 0, minutes = 0] = time?.split(':').map(Number) ?? [];
		const deadline: Deadline = {
			...{ id: `${id}-${phase.id}`, title: `${label}\u00a0: ${phase.label}`, action, date },
			...{ minutes: time ? hours * 60 + minutes : null, path: '/mutation' }
		};
		const audience: Audience = {
			...{ roles: ['enseignant'], corps: corpsOf[movement] },
			...(academie && { academies: [academie] })
		};
		return [{ deadline, audience }];
	});
}
