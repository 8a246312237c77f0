/**
 * French text of each error code: what happened and what to do, without blame. Keys are ordered by
 * room; a test refuses a code used in the source without a text here.
 */
import type { AppError } from '$lib/core/shared';

export const errorTexts: Readonly<Record<string, string>> = {
	'career.no-record': 'Aucun dossier de carrière n’est rattaché à ce compte.',
	'career.no-such-promotion': 'Ce grade n’est pas le suivant dans ce corps.',
	'career.not-promotable': 'Les conditions de cette promotion ne sont pas remplies.',
	'career.unknown-echelon': 'Cet échelon n’existe pas dans ce grade.',
	'career.unknown-grade': 'Ce grade n’existe pas dans ce corps.',
	'http.cross-origin': 'Cette demande ne vient pas de Carnet\u00a0: elle a été refusée.',
	'http.internal': 'Une erreur inattendue est survenue. Elle a été enregistrée.',
	'http.invalid-body': 'La demande est incomplète ou mal formée.',
	'http.json-expected': 'La demande n’est pas dans le format attendu.',
	'http.not-found': 'Cette page ou cette donnée n’existe pas, ou n’est pas accessible à ce compte.',
	'http.too-large': 'Cet envoi est trop volumineux.',
	'http.not-json': 'La demande n’est pas dans le format attendu.',
	'http.too-many': 'Trop de demandes en peu de temps. Réessayez dans quelques minutes.',
	'identity.account-frozen':
		'Ce compte est suspendu\u00a0: il a ouvert trop de dossiers en peu de temps.',
	'identity.code-spent': 'Trop de codes essayés. Demandez-en un nouveau.',
	'identity.factor-already-set': 'Un second facteur protège déjà ce compte.',
	'identity.factor-not-allowed': 'Cette preuve n’est pas acceptée pour cette fonction.',
	'identity.flow-expired': 'Cette demande n’est plus valable. Recommencez depuis le début.',
	'identity.invalid-numen': 'Un NUMEN compte treize lettres et chiffres. Vérifiez celui-ci.',
	'identity.last-factor':
		'Votre fonction exige un second facteur\u00a0: ajoutez-en un autre avant de retirer celui-ci.',
	'identity.password-too-long': 'Ce mot de passe dépasse 128\u00a0caractères.',
	'identity.password-too-short': 'Ce mot de passe est trop court. Ajoutez-lui un ou deux mots.',
	'identity.password-too-weak':
		'Ce mot de passe se devine trop vite. Évitez les mots courants, les suites et ce qui vous concerne.',
	'identity.reason-required':
		'Indiquez pourquoi ce dossier est ouvert\u00a0: la personne concernée le lira.',
	'identity.foreign-refused':
		'Ce compte ne s’ouvre pas depuis l’étranger. Connectez-vous depuis la France, ou écrivez à l’administrateur.',
	'identity.sso-linked-elsewhere':
		'Cette identité est déjà reliée à un autre compte. Écrivez à l’assistance pour la détacher.',
	'identity.sso-refused':
		'La connexion par ce service n’a pas abouti. Recommencez depuis la page de connexion.',
	'identity.sso-unavailable':
		'Ce service d’identité ne répond pas. Connectez-vous avec votre mot de passe, ou réessayez plus tard.',
	'identity.sso-unknown-person':
		'Ce service ne nous a pas indiqué de compte. Connectez-vous avec votre mot de passe, puis reliez-le dans Sécurité.',
	'identity.sso-unknown-provider': 'Ce service de connexion n’est pas proposé ici.',
	'identity.session-required': 'La session est terminée. Reconnectez-vous pour continuer.',
	'identity.step-up-required': 'Confirmez votre identité pour continuer.',
	'identity.too-many-attempts': 'Trop d’essais à la suite.',
	'identity.unknown-demo-account': 'Ce compte de démonstration n’existe pas encore.',
	'identity.unknown-session': 'Cette session est déjà fermée.',
	'identity.wrong-code': 'Ce code n’est pas le bon. Vérifiez-le, ou demandez-en un nouveau.',
	'identity.wrong-credentials':
		'Identifiant ou mot de passe inconnu. Vérifiez les deux, ou activez votre compte.',
	'identity.wrong-password': 'Ce n’est pas votre mot de passe actuel.',
	'identity.wrong-proof': 'Cette preuve n’est pas la bonne. Vérifiez-la et recommencez.',
	'institution.demo-refused': 'Les données de démonstration n’ont pas pu être écrites.',
	'institution.import.file-lost':
		'Le fichier de cet import n’est plus sur le serveur. Envoyez-le de nouveau.',
	'institution.import.not-found': 'Cet import n’existe pas.',
	'institution.import.not-validated': 'Le fichier n’a pas encore été contrôlé.',
	'institution.import.taken-over': 'Un autre processus applique déjà cet import.',
	'mobility.campaign-unknown': 'Cette campagne de mobilité n’existe pas.',
	'mobility.not-allowed': 'Cette action n’est pas ouverte à ce compte.',
	'mobility.rules-not-published':
		'Les règles de cette campagne ne sont pas publiées. Le calcul peut suivre les dernières règles connues, à la demande.',
	'reference.damaged-bundle': 'Les règles reçues sont abîmées. Les précédentes restent en service.',
	'reference.unknown': 'Cette règle n’a pas été trouvée dans ce qui est publié.',
	'mobility.window-closed': 'La période prévue pour cette action n’est pas ouverte.',
	'mobility.wrong-state':
		'La demande n’en est plus à cette étape. Rechargez-la pour voir où elle en est.',
	'notifications.old-push-key':
		'Les notifications de cet appareil sont à renouveler. Réactivez-les dans Profil.',
	'notifications.unknown-push-service':
		'Ce navigateur utilise un service de notification que Carnet ne connaît pas.',
	'reference.unknown-at-date': 'Aucune règle publiée n’est connue à cette date.',
	'reference.unreadable-bundle':
		'Les règles reçues sont illisibles. Les précédentes restent en service.',
	'reference.unsupported-bundle':
		'Les nouvelles règles demandent une version plus récente de Carnet. Les précédentes restent en service.',
	'simulation.invalid': 'Une valeur de la simulation n’est pas possible.',
	'sync.already-exists': 'Un élément portant le même numéro existe déjà.',
	'sync.client-outdated':
		'Carnet doit être mis à jour sur ce téléphone pour échanger avec le serveur.',
	'sync.device-revoked': 'Cet appareil a été retiré de la liste. Ses données ont été effacées.',
	'sync.epoch-changed': 'Le serveur a été restauré. Les données vont être reprises.',
	'sync.invalid-input': 'La saisie est incomplète ou trop longue.',
	'sync.other-user': 'Une autre personne est connectée dans ce navigateur. Reconnectez-vous.',
	'sync.row-gone': 'Cet élément a été supprimé entre-temps sur un autre appareil.',
	'sync.storage-full':
		'Il n’y a plus de place sur ce téléphone. Le texte reste à l’écran\u00a0: libérez de la place, puis réessayez.',
	'sync.trouble': 'Le serveur n’a pas pu enregistrer. Nouvel essai dans quelques instants.',
	'sync.unknown-mutation': 'Le serveur n’a pas compris cette modification.'
};

const UNKNOWN = 'Une erreur inattendue est survenue. Rien de ce qui est enregistré n’est perdu.';

export const errorText = (error: Pick<AppError, 'code'>): string =>
	errorTexts[error.code] ?? UNKNOWN;
