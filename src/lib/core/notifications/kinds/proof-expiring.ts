import * as v from 'valibot';
import { notificationKind } from '../kind';

export const proofExpiring = notificationKind({
	id: 'proof-expiring',
	label: 'Pièce justificative bientôt périmée',
	audience: ['enseignant'],
	urgency: 'soon',
	channels: ['push'],
	mandatory: false,
	sensitive: true,
	data: v.object({ document: v.string(), name: v.string(), until: v.string() }),
	render: ({ name, until }) => ({
		title: 'Une pièce arrive à expiration',
		body: `${name}, valable jusqu’au ${until}`,
		path: '/plus/documents'
	}),
	groupOf: ({ document }) => `piece-${document}`
});
