import * as v from 'valibot';
import { notificationKind } from '../kind';

export const circularPublished = notificationKind({
	id: 'circular-published',
	label: 'Nouvelle circulaire',
	audience: ['enseignant', 'chef', 'gestionnaire'],
	urgency: 'soon',
	channels: ['push'],
	mandatory: false,
	sensitive: false,
	data: v.object({
		circular: v.string(),
		title: v.string(),
		/** Already written out, « 12 mars ». */
		readBefore: v.nullable(v.string()),
		corrects: v.boolean()
	}),
	render: ({ circular, title, readBefore, corrects }) => ({
		title: corrects ? `Circulaire corrigée\u00a0: ${title}` : title,
		body: readBefore ? `À lire avant le ${readBefore}` : 'Nouvelle circulaire',
		path: `/messages/circulaires/${circular}`
	}),
	groupOf: ({ circular }) => `circulaire-${circular}`
});
