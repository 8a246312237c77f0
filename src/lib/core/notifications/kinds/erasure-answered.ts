import * as v from 'valibot';
import { notificationKind } from '../kind';

export const erasureAnswered = notificationKind({
	id: 'erasure-answered',
	label: 'Réponse à une demande d’effacement',
	audience: ['enseignant'],
	urgency: 'soon',
	channels: ['push', 'mail'],
	mandatory: false,
	sensitive: true,
	data: v.object({
		request: v.string(),
		name: v.string(),
		granted: v.boolean(),
		answer: v.string()
	}),
	render: ({ name, granted, answer }) => ({
		title: granted ? 'Votre pièce a été effacée' : 'Votre demande d’effacement est refusée',
		body: `${name}. ${answer}`,
		path: '/plus/documents'
	}),
	groupOf: ({ request }) => `effacement-${request}`
});
