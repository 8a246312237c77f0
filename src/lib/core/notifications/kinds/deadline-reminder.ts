import * as v from 'valibot';
import { notificationKind } from '../kind';

const when = (days: number) =>
	days === 0 ? 'Aujourd’hui' : days === 1 ? 'Demain' : `Dans ${days}\u00a0jours`;

export const deadlineReminder = notificationKind({
	id: 'deadline-reminder',
	label: 'Rappel d’une échéance',
	audience: ['enseignant', 'chef', 'gestionnaire'],
	// The last day speaks whatever the hour: the next morning would be too late.
	urgency: ({ days }) => (days === 0 ? 'now' : 'soon'),
	channels: ['push'],
	mandatory: false,
	sensitive: false,
	data: v.object({
		deadline: v.string(),
		title: v.string(),
		action: v.string(),
		days: v.number(),
		path: v.string()
	}),
	render: ({ title, action, days, path }) => ({
		title: `${when(days)}\u00a0: ${title}`,
		body: action,
		path
	}),
	groupOf: ({ deadline }) => `echeance-${deadline}`
});
