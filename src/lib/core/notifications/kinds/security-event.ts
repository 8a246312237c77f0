import * as v from 'valibot';
import { roles } from '../../identity';
import { notificationKind } from '../kind';

/** Its mail is sent by identity itself, to both addresses: see the `security-notice` template. */
export const securityEvent = notificationKind({
	id: 'security-event',
	label: 'Sécurité de votre compte',
	audience: roles,
	urgency: 'now',
	channels: ['push'],
	mandatory: true,
	sensitive: true,
	data: v.object({ event: v.string(), what: v.string() }),
	render: ({ what }) => ({ title: 'Sécurité de votre compte', body: what, path: '/securite' }),
	groupOf: ({ event }) => `securite-${event}`
});
