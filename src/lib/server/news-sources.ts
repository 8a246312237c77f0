/** Composition: what happens in other rooms that people are told of. */
import type { SecurityEventKind } from '$lib/core/identity';
import { recordsChangedBetween } from './institution';
import { securityEventsBetween } from './identity';
import type { NewsSource } from './notifications';

/** The person may not be the one who did it. What they do every day, such as signing in, is not news. */
const worthTelling: Readonly<Partial<Record<SecurityEventKind, string>>> = {
	'foreign-sign-in': 'Une connexion depuis l’étranger a été demandée.',
	'password-changed': 'Votre mot de passe a été changé.',
	'recovery-address-asked': 'Un changement d’adresse de secours a été demandé.',
	'recovery-address-changed': 'Votre adresse de secours a changé.',
	'totp-added': 'Une application d’authentification a été ajoutée.',
	'totp-removed': 'Une application d’authentification a été retirée.',
	'passkey-added': 'Une clé d’accès a été ajoutée.',
	'passkey-removed': 'Une clé d’accès a été retirée.',
	'recovery-code-used': 'Un code de secours a servi à se connecter.'
};

const security: NewsSource = async (span) =>
	(await securityEventsBetween(Object.keys(worthTelling) as SecurityEventKind[], span)).map(
		({ id, accountId, kind }) => ({
			kind: 'security-event',
			key: `security:${id}`,
			to: [accountId],
			data: { event: id, what: worthTelling[kind] ?? '' }
		})
	);

const records: NewsSource = async (span) =>
	(await recordsChangedBetween(span)).map(({ agentId, accountId, at }) => ({
		kind: 'record-changed',
		key: `record:${agentId}:${at.toISOString()}`,
		to: [accountId],
		data: {
			change: agentId,
			what: 'Le fichier de gestion a mis à jour une donnée de votre dossier.'
		}
	}));

export const newsSources: readonly NewsSource[] = [security, records];
