/** How the screens name what a person wrote, and where it stands. */
import type { ChipTone } from '../base/Chip.svelte';
import type { IconName } from '../base/icons';

interface Entry {
	readonly kind: string;
	readonly state: 'waiting' | 'sent' | 'attention';
	readonly args: unknown;
	readonly receipt?: string;
}

const kinds: Readonly<Record<string, string>> = {
	'career-report.send': 'Erreur signalée',
	'career-note.write': 'Note personnelle',
	'career-note.delete': 'Note supprimée',
	'career-simulation.bring': 'Carnet privé repris',
	'career-simulation.delete': 'Essai supprimé',
	'cv-entry.write': 'Ligne du CV',
	'cv-entry.delete': 'Ligne du CV supprimée',
	'preferences.set': 'Préférence',
	'preferences.record-seen': 'Dossier consulté',
	'circular.read': 'Accusé de lecture',
	'notification.read': 'Notification lue',
	'notification-settings.set': 'Réglage des notifications',
	'thread.open': 'Échange ouvert',
	'thread-message.write': 'Message au service',
	'personal-deadline.add': 'Échéance ajoutée',
	'personal-deadline.edit': 'Échéance modifiée',
	'personal-deadline.delete': 'Échéance supprimée',
	'mutation-draft.save': 'Brouillon de mutation',
	'mutation-routes.save': 'Dossier d’une voie particulière',
	'mutation-opinion.ask': 'Avis demandé au chef d’établissement',
	'mutation-request.file': 'Dépôt de la demande de mutation',
	'mutation-request.reopen': 'Modification de la demande de mutation',
	'mutation-request.cancel': 'Annulation de la demande de mutation',
	'mutation-request.contest': 'Contestation du barème',
	'mutation-request.appeal': 'Recours'
};

/** « Note personnelle · Rendez-vous de carrière » */
export function entryTitle({ kind, args }: Entry): string {
	const { title, message } = args as { title?: unknown; message?: unknown };
	const name = kinds[kind] ?? 'Modification';
	const detail = [title, message].find((text) => typeof text === 'string' && text !== '');
	return detail ? `${name} · ${String(detail).slice(0, 60)}` : name;
}

export interface EntryState {
	readonly tone: ChipTone;
	readonly icon: IconName;
	readonly text: string;
}

/** « Envoyé » only with the server's receipt. */
export function entryState({ state, receipt }: Pick<Entry, 'state' | 'receipt'>): EntryState {
	if (state === 'sent') {
		return { tone: 'controle', icon: 'check', text: `Envoyé · reçu ${receipt ?? ''}`.trim() };
	}
	return state === 'attention'
		? { tone: 'alert', icon: 'warning', text: 'À revoir' }
		: { tone: 'saisi', icon: 'phone', text: 'Enregistré sur ce téléphone' };
}
