import type { IconName } from '../base/icons';

const icons: Readonly<Record<string, IconName>> = {
	'circular-published': 'book',
	'deadline-reminder': 'calendar',
	'erasure-answered': 'file',
	'proof-expiring': 'file',
	'push-check': 'bell',
	'record-changed': 'stairs',
	'result-published': 'flag',
	'security-event': 'shield',
	'status-changed': 'map',
	'thread-message': 'mail'
};

export const iconOfKind = (kind: string): IconName => icons[kind] ?? 'bell';
