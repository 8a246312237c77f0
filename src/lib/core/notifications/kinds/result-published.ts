import * as v from 'valibot';
import { notificationKind } from '../kind';

export const resultPublished = notificationKind({
	id: 'result-published',
	label: 'Résultat publié',
	audience: ['enseignant'],
	urgency: 'soon',
	channels: ['push', 'mail'],
	mandatory: false,
	sensitive: true,
	data: v.object({ file: v.string(), what: v.string() }),
	render: ({ file, what }) => ({
		title: 'Résultat publié',
		body: what,
		path: `/mutation/${file}`
	}),
	groupOf: ({ file }) => `resultat-${file}`
});
