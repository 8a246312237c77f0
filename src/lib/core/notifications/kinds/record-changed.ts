import * as v from 'valibot';
import { notificationKind } from '../kind';

export const recordChanged = notificationKind({
	id: 'record-changed',
	label: 'Changement dans votre dossier (échelon, arrêté, affectation)',
	audience: ['enseignant'],
	urgency: 'soon',
	channels: ['push', 'mail'],
	mandatory: false,
	sensitive: true,
	data: v.object({ change: v.string(), what: v.string() }),
	render: ({ what }) => ({ title: 'Votre dossier a changé', body: what, path: '/carriere' }),
	groupOf: ({ change }) => `dossier-${change}`
});
