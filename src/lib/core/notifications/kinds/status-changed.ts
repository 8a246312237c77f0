import * as v from 'valibot';
import { notificationKind } from '../kind';

export const statusChanged = notificationKind({
	id: 'status-changed',
	label: 'Avancée de votre demande de mutation',
	audience: ['enseignant'],
	urgency: 'soon',
	channels: ['push', 'mail'],
	mandatory: false,
	sensitive: true,
	data: v.object({ file: v.string(), status: v.string(), next: v.string() }),
	render: ({ file, status, next }) => ({
		title: `Votre demande\u00a0: ${status}`,
		body: next,
		path: `/mutation/${file}`
	}),
	groupOf: ({ file }) => `demande-${file}`
});
