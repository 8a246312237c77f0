import * as v from 'valibot';
import { notificationKind } from '../kind';

export const threadMessage = notificationKind({
	id: 'thread-message',
	label: 'Réponse à une correspondance',
	audience: ['enseignant', 'gestionnaire'],
	urgency: 'soon',
	channels: ['push', 'mail'],
	mandatory: false,
	sensitive: true,
	data: v.object({ thread: v.string(), from: v.string(), toService: v.boolean() }),
	render: ({ thread, from, toService }) => ({
		title: 'Nouveau message',
		body: `De ${from}`,
		path: toService ? `/echanges/${thread}` : `/messages/echanges/${thread}`
	}),
	groupOf: ({ thread }) => `correspondance-${thread}`
});
