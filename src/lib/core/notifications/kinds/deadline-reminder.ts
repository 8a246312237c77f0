import * as v from 'valibot';
import { notificationKind } from '../kind';

const when = (days: number) =>
	days === 0 ? 'Aujourd’hui' : days === 1 ? 'Demain' : `Dans ${days}\u00a0jours`;

export const deadlineReminder = notificationKind({
	id: 'deadline-reminder',
	label: 'Rappel d’une échéance',
	audience: ['enseignant', 'chef', 'gestionnaire'],
	urgency: 'now',
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
	// Always sent in the morning of an allowed day, or on the last day: see `remindersOf`.
	render: ({ title, action, days, path }) => ({
		title: `${when(days)}\u00a0: ${title}`,
		body: action,
		path
	}),
	groupOf: ({ deadline }) => `echeance-${deadline}`
});
