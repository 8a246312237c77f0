import type { SecurityEventKind } from '$lib/core/identity';

/** What each security event says to the owner of the account. */
export const eventNames: Readonly<Record<SecurityEventKind, string>> = {
	'sign-in': 'Connexion',
	'sign-in-failed': 'Connexion refusée',
	'sign-in-delayed': 'Connexion retardée après plusieurs essais',
	'foreign-sign-in': 'Demande de connexion depuis l’étranger',
	'foreign-refused': 'Connexion depuis l’étranger refusée',
	'sign-out': 'Déconnexion',
	spraying: 'Essais en série sur plusieurs comptes',
	activation: 'Compte activé',
	'password-changed': 'Mot de passe changé',
	'recovery-address-asked': 'Changement d’adresse de secours demandé',
	'recovery-address-changed': 'Adresse de secours changée',
	'recovery-address-kept': 'Changement d’adresse de secours annulé',
	'unblock-asked': 'Déblocage depuis l’étranger demandé',
	'factor-failed': 'Second facteur refusé',
	'totp-added': 'Application d’authentification ajoutée',
	'totp-removed': 'Application d’authentification retirée',
	'passkey-added': 'Clé d’accès ajoutée',
	'passkey-removed': 'Clé d’accès retirée',
	'recovery-codes-made': 'Codes de secours renouvelés',
	'recovery-code-used': 'Code de secours utilisé',
	'sessions-closed': 'Session fermée à distance',
	'reads-alarm': 'Lecture d’un grand nombre de dossiers',
	'account-frozen': 'Compte suspendu'
};
