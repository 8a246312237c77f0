/** What is done with personal data, why and for how long: shown on the public page « Confidentialité ». */
export interface Processing {
	readonly id: string;
	readonly name: string;
	readonly purpose: string;
	readonly data: string;
	/** Who reads the data. */
	readonly readers: string;
	readonly retention: string;
}

export const processings: readonly Processing[] = [
	{
		id: 'account',
		name: 'Compte et connexion',
		purpose: 'Ouvrir l’accès à la bonne personne et le protéger.',
		data: 'Identifiant, adresse professionnelle, nom, fonction, empreinte du mot de passe.',
		readers: 'La personne\u00a0; l’administration du service.',
		retention: 'Tant que la personne relève de l’académie.'
	},
	{
		id: 'session',
		name: 'Sessions et appareils',
		purpose: 'Rester connecté, repérer un accès qui n’est pas le sien.',
		data: 'Empreinte de la session, date, type de navigateur.',
		readers: 'La personne.',
		retention:
			'Enseignant\u00a0: 14\u00a0jours sans usage, 90\u00a0jours au plus. Autres fonctions\u00a0: 1\u00a0heure sans usage, 12\u00a0heures au plus.'
	},
	{
		id: 'access',
		name: 'Demandes d’accès, de déblocage et signalements',
		purpose:
			'Ouvrir un accès à qui n’est dans aucun fichier, le rouvrir, écarter les messages trompeurs.',
		data: 'Nom, adresse, établissement et motif d’une demande d’accès\u00a0; motif et durée d’un déblocage\u00a0; description d’un message signalé.',
		readers:
			'Le correspondant académique pour une demande d’accès\u00a0; l’assistance pour un déblocage, sans le nom\u00a0; l’administration pour un signalement, sans son auteur.',
		retention: 'Un an.'
	},
	{
		id: 'journal',
		name: 'Journal des lectures et des accords',
		purpose:
			'Dire à chacun qui a lu son dossier et pourquoi\u00a0; garder trace de qui a autorisé quoi.',
		data: 'Date, fonction, service, action et motif.',
		readers: 'La personne dont le dossier a été lu\u00a0; les administrateurs de la base.',
		retention: 'Le journal est scellé\u00a0: rien n’en est effacé tant que le service fonctionne.'
	},
	{
		id: 'career',
		name: 'Dossier de carrière',
		purpose: 'Montrer sa situation, calculer et expliquer son avancement et son traitement.',
		data: 'État civil, corps, grade, échelon, affectations, diplômes, formations, repris du fichier de gestion. Le NUMEN n’est pas conservé en clair.',
		readers: 'La personne\u00a0; son service de gestion.',
		retention: 'Tant que la personne relève de l’académie.'
	},
	{
		id: 'document',
		name: 'Pièces justificatives',
		purpose:
			'Recevoir les preuves d’une situation, les joindre à une demande, prévenir avant leur fin de validité.',
		data: 'Le document déposé, sa nature, sa date, son empreinte\u00a0; les demandes où il a servi. Il est chiffré sur le téléphone et sur le serveur.',
		readers:
			'La personne\u00a0; la gestion de son académie, chaque ouverture étant inscrite au journal.',
		retention:
			'Dix\u00a0ans après la fin de la dernière campagne où la pièce a servi, ou après son dépôt\u00a0; durée à confirmer. Une demande d’effacement anticipé reçoit une réponse motivée.'
	},
	{
		id: 'medical-document',
		name: 'Pièces médicales',
		purpose: 'Les soumettre au médecin-conseil.',
		data: 'Le document déposé, chiffré à part sous une clé qui lui est propre.',
		readers:
			'La personne\u00a0; un médecin-conseil de son académie. La gestion ne voit que l’avis rendu.',
		retention: 'Deux\u00a0ans après la fin de la campagne\u00a0; durée à confirmer.'
	},
	{
		id: 'report',
		name: 'Signalement d’une erreur',
		purpose: 'Faire corriger une donnée du dossier.',
		data: 'Partie du dossier visée, message écrit par la personne, date.',
		readers: 'La personne\u00a0; son service de gestion.',
		retention: 'Jusqu’au retrait du compte.'
	},
	{
		id: 'open-api',
		name: 'API ouverte',
		purpose: 'Empêcher qu’un seul appelant l’occupe entièrement.',
		data: 'Empreinte de l’adresse réseau, nombre de demandes de la minute en cours.',
		readers: 'Personne.',
		retention: 'Une minute environ.'
	},
	{
		id: 'notification',
		name: 'Notifications',
		purpose: 'Prévenir à temps d’une échéance, d’une circulaire ou d’un changement du dossier.',
		data: 'Ce qui a été annoncé et quand, lu ou non\u202f; choix de canaux et de silence\u202f; adresse technique de chaque navigateur abonné.',
		readers: 'La personne. Le service de notification du navigateur transmet un message chiffré.',
		retention: 'Jusqu’au retrait du compte\u202f; un navigateur désabonné est oublié aussitôt.'
	},
	{
		id: 'personal-writing',
		name: 'Notes, CV et essais',
		purpose: 'Écrire pour soi sur sa carrière et le retrouver sur ses appareils.',
		data: 'Notes, lignes du CV, positions reprises d’un carnet privé\u00a0; elles ne changent pas le dossier.',
		readers: 'La personne, seule.',
		retention: 'Jusqu’à ce que la personne les supprime, ou au retrait du compte.'
	},
	{
		id: 'private-notebook',
		name: 'Carnet privé, sans compte',
		purpose: 'Essayer les simulateurs sans se connecter.',
		data: 'Corps, grade, échelon et date, réponses du simulateur de mutation sauf la santé, gardés sur le seul téléphone.',
		readers: 'Qui tient le téléphone\u00a0; le serveur ne les reçoit pas.',
		retention: 'Jusqu’à «\u202fTout effacer\u202f». La déconnexion d’un compte n’y touche pas.'
	},
	{
		id: 'mutation',
		name: 'Demande de mutation',
		purpose: 'Déposer sa demande, la faire contrôler, connaître son barème et son résultat.',
		data: 'Vœux, situation déclarée (famille, carrière, priorités), copie figée de chaque dépôt, décisions du service, contestations, résultat. Les pièces médicales n’y sont jamais.',
		readers:
			'La personne\u00a0; les gestionnaires de son académie, pour une tâche ou un motif inscrit au journal.',
		retention: 'La campagne et les délais de recours.'
	},
	{
		id: 'mutation-route',
		name: 'Voies particulières',
		purpose: 'Préparer son dossier, demander l’avis que les règles prévoient.',
		data: 'Poste ou territoire visé, étapes faites et notes\u00a0; pour un avis, le nom, la voie, le lieu visé et l’avis motivé.',
		readers:
			'La personne, seule, pour ses notes\u00a0; le chef de son établissement pour l’avis qu’elle lui demande.',
		retention: 'Jusqu’au retrait du compte.'
	},
	{
		id: 'circular',
		name: 'Circulaires et actualités',
		purpose: 'Faire parvenir un texte aux seules personnes qu’il concerne et savoir s’il a été lu.',
		data: 'Destinataires, date de l’accusé de lecture\u00a0; PDF joints par le service, chiffrés.',
		readers: 'La personne. Le service qui publie ne voit que des nombres.',
		retention: 'Jusqu’au retrait du compte.'
	},
	{
		id: 'thread',
		name: 'Échanges avec le service de gestion',
		purpose: 'Poser une question, faire corriger une erreur, recevoir une réponse.',
		data: 'Messages écrits par la personne et par le service, dates, objet, PDF joints par le service, chiffrés, pièces que la personne montre.',
		readers:
			'La personne\u00a0; les gestionnaires de son académie et de son département, chaque lecture inscrite au journal.',
		retention: 'Jusqu’au retrait du compte.'
	},
	{
		id: 'device',
		name: 'Copie sur le téléphone',
		purpose: 'Consulter son dossier sans réseau.',
		data: 'Les données de la personne connectée, et elles seules, chiffrées selon sa réponse à «\u202fÀ qui est ce téléphone\u202f?\u202f»\u00a0; côté serveur, la moitié de ce qui les ouvre, chiffrée, et le compte des essais du code.',
		readers: 'La personne.',
		retention:
			'Jusqu’à la déconnexion, qui l’efface, ou au retrait de l’appareil. Lecture fermée après sept\u00a0jours sans contact.'
	},
	{
		id: 'logs',
		name: 'Journal technique',
		purpose: 'Faire fonctionner le service et comprendre une panne.',
		data: 'Heure, page demandée sans son contenu, durée, code de réponse.',
		readers: 'L’exploitation du service.',
		retention: 'Durée fixée par l’exploitant du service.'
	}
];
