import * as v from 'valibot';
import { roles } from '../../identity';
import { notificationKind } from '../kind';

/** Asked for by the person, to see that their device can be told. */
export const pushCheck = notificationKind({
	id: 'push-check',
	label: 'Essai demandé par vous',
	audience: roles,
	urgency: 'now',
	channels: ['push'],
	mandatory: true,
	sensitive: false,
	data: v.object({}),
	render: () => ({
		title: 'Essai réussi',
		body: 'Carnet peut vous prévenir sur vos appareils.',
		path: '/messages/reglages'
	}),
	groupOf: () => 'essai'
});
