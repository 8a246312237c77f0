/** Every kind of notification, by id: a new one is a file here and a `notify()` where it happens. */
import { circularPublished } from './circular-published';
import { deadlineReminder } from './deadline-reminder';
import { erasureAnswered } from './erasure-answered';
import { proofExpiring } from './proof-expiring';
import { pushCheck } from './push-check';
import { recordChanged } from './record-changed';
import { resultPublished } from './result-published';
import { securityEvent } from './security-event';
import { statusChanged } from './status-changed';
import { threadMessage } from './thread-message';

export const kinds = {
	'circular-published': circularPublished,
	'deadline-reminder': deadlineReminder,
	'erasure-answered': erasureAnswered,
	'proof-expiring': proofExpiring,
	'push-check': pushCheck,
	'record-changed': recordChanged,
	'result-published': resultPublished,
	'security-event': securityEvent,
	'status-changed': statusChanged,
	'thread-message': threadMessage
} as const;

export type KindId = keyof typeof kinds;
export const kindIds = Object.keys(kinds) as KindId[];
