/** The life of a request in the words of the screens. */
import type { Hand, Outcome, RequestAction } from '$lib/core/mobility';

export const actionLabels: Readonly<Record<RequestAction, string>> = {
	'valider-les-voeux': 'Vœux validés',
	modifier: 'Demande rouverte pour modification',
	deposer: 'Demande déposée',
	signer: 'Confirmation signée',
	annuler: 'Demande annulée',
	contester: 'Barème contesté',
	'faire-recours': 'Recours déposé',
	'verifier-les-pieces': 'Pièces vérifiées',
	'rouvrir-les-pieces': 'Contrôle des pièces repris',
	'afficher-le-bareme': 'Barème initial affiché',
	'repondre-a-la-contestation': 'Réponse à la contestation, barème définitif',
	'arreter-le-bareme': 'Barème définitif',
	'passer-en-commission': 'Transmise à la commission',
	'publier-le-resultat': 'Résultat publié',
	'constater-le-defaut-de-confirmation': 'Annulée faute de confirmation signée'
};

export const handLabels: Readonly<Record<Hand, string>> = {
	owner: 'l’intéressé',
	gestionnaire: 'le service',
	system: 'à la date prévue'
};

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
	obtenu: 'Vœu obtenu',
	extension: 'Affectation par extension',
	'non-satisfait': 'Aucun vœu satisfait'
};
