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
	'documents.bad-name':
		'Ce nom de fichier contient des caractères qui trompent ou gênent. Reprenez le nom proposé, ou n’utilisez que des lettres, des chiffres et des tirets.',
	'documents.bomb':
		'Ce fichier se déplie en un contenu démesuré. Imprimez-le en PDF, ou photographiez le papier, puis déposez le résultat.',
	'documents.damaged-pdf':
		'Ce PDF est abîmé\u00a0: sa structure ne se lit pas en entier. Ouvrez-le, enregistrez-le de nouveau en PDF, puis redéposez-le.',
	'documents.damaged-transfer':
		'Les octets reçus ne sont pas ceux du téléphone. La pièce va être renvoyée depuis le début.',
	'documents.embedded-file':
		'Ce PDF transporte un autre fichier. Imprimez-le en PDF pour ne garder que ses pages, puis redéposez-le.',
	'documents.empty-file':
		'Ce fichier est vide. Choisissez-en un autre, ou photographiez le papier.',
	'documents.encrypted':
		'Ce PDF est protégé par un mot de passe ou par des droits. Imprimez-le en PDF sans protection, puis redéposez-le.',
	'documents.erasure-asked': 'Une demande d’effacement attend déjà une réponse pour cette pièce.',
	'documents.expired': 'Cette pièce n’est plus valable à cette date. Déposez-en une plus récente.',
	'documents.form-xfa':
		'Ce PDF est un formulaire XFA, que les lecteurs ordinaires n’affichent pas. Imprimez-le en PDF, puis redéposez-le.',
	'documents.future-date': 'La date de la pièce est à venir. Vérifiez-la.',
	'documents.held':
		'Cette pièce est conservée pour une procédure en cours\u00a0: elle ne peut pas être effacée.',
	'documents.invalid-deposit':
		'Ce dépôt est incomplet\u00a0: il manque la nature de la pièce, sa date ou son contenu.',
	'documents.javascript':
		'Ce PDF contient un programme. Imprimez-le en PDF pour ne garder que ses pages, puis redéposez-le.',
	'documents.launch':
		'Ce PDF demande d’ouvrir un programme, un site ou un média. Imprimez-le en PDF pour ne garder que ses pages, puis redéposez-le.',
	'documents.needs-network':
		'Il faut le réseau pour cela, et le serveur n’a pas répondu. Réessayez plus tard.',
	'documents.no-page': 'Ce PDF n’a aucune page. Enregistrez-le de nouveau, puis redéposez-le.',
	'documents.not-a-pdf':
		'Ce fichier n’est pas un PDF, même si son nom le dit. Photographiez le papier, ou enregistrez le document en PDF.',
	'documents.not-accepted': 'Cette pièce n’est pas encore vérifiée, ou a été refusée.',
	'documents.not-found': 'Cette pièce n’existe pas, ou n’est pas accessible à ce compte.',
	'documents.polyglot':
		'Ce fichier est à la fois un PDF et autre chose. Imprimez-le en PDF, puis redéposez-le.',
	'documents.quota':
		'L’ensemble de vos pièces atteint la place prévue. Demandez l’effacement de pièces qui ne servent plus.',
	'documents.scan-unavailable':
		'L’antivirus ne répond pas\u00a0: la pièce est gardée et sera vérifiée dès qu’il revient.',
	'documents.reason-required': 'Écrivez pourquoi\u00a0: la personne concernée le lira.',
	'documents.storage-full':
		'Il n’y a plus de place sur ce téléphone pour garder la pièce. Libérez de la place, puis réessayez.',
	'documents.too-large':
		'Ce fichier dépasse la taille acceptée. Photographiez les pages depuis Carnet, qui les réduit, ou enregistrez un PDF plus léger.',
	'documents.too-many-pages':
		'Ce PDF a trop de pages. Ne gardez que celles qui prouvent, ou déposez-le en plusieurs pièces.',
	'documents.too-slow':
		'Ce fichier demande trop de temps ou de mémoire pour être vérifié. Imprimez-le en PDF, puis redéposez-le.',
	'documents.too-many-bytes':
		'Ces pages dépassent ensemble la taille acceptée. Retirez-en, ou déposez-les en deux pièces.',
	'documents.unknown-type': 'Cette nature de pièce n’existe pas, ou n’existe plus.',
	'documents.unreadable-photo':
		'Ce navigateur ne sait pas lire cette image. Prenez la photo depuis Carnet, ou choisissez un JPEG ou un PDF.',
	'documents.virus':
		'L’antivirus a reconnu un programme malveillant dans ce fichier. Ne l’ouvrez pas\u202f; repartez du papier ou d’une copie sûre.',
	'http.cross-origin': 'Cette demande ne vient pas de Carnet\u00a0: elle a été refusée.',
	'http.internal': 'Une erreur inattendue est survenue. Elle a été enregistrée.',
	'http.invalid-body': 'La demande est incomplète ou mal formée.',
	'http.json-expected': 'La demande n’est pas dans le format attendu.',
	'http.not-found': 'Cette page ou cette donnée n’existe pas, ou n’est pas accessible à ce compte.',
	'http.too-large': 'Cet envoi est trop volumineux.',
	'http.not-json': 'La demande n’est pas dans le format attendu.',
	'http.too-many': 'Trop de demandes en peu de temps. Réessayez dans quelques minutes.',
	'http.unreachable': 'Le serveur ne répond pas. Réessayez quand le réseau sera revenu.',
	'identity.account-exists': 'Un compte existe déjà à cette adresse.',
	'identity.account-frozen':
		'Ce compte est suspendu\u00a0: il a ouvert trop de dossiers en peu de temps.',
	'identity.approval-unavailable':
		'Cette demande n’attend plus de réponse, ou elle est la vôtre\u00a0: une autre personne doit décider.',
	'identity.code-spent': 'Trop de codes essayés. Demandez-en un nouveau.',
	'identity.factor-already-set': 'Un second facteur protège déjà ce compte.',
	'identity.factor-not-allowed': 'Cette preuve n’est pas acceptée pour cette fonction.',
	'identity.flow-expired': 'Cette demande n’est plus valable. Recommencez depuis le début.',
	'identity.invalid-address': 'Cette adresse électronique n’est pas valable.',
	'identity.invalid-days': 'Le déblocage dure de 1 à 30\u00a0jours.',
	'identity.invalid-numen': 'Un NUMEN compte treize lettres et chiffres. Vérifiez celui-ci.',
	'identity.lock-damaged':
		'Ce que ce téléphone garde ne s’ouvre plus. Déconnectez-vous, puis reconnectez-vous.',
	'identity.lock-spent':
		'Ce téléphone ne s’ouvre plus par son code. Déconnectez-vous, puis reconnectez-vous\u00a0: ce qui est envoyé revient du serveur.',
	'identity.last-factor':
		'Votre fonction exige un second facteur\u00a0: ajoutez-en un autre avant de retirer celui-ci.',
	'identity.passkey-without-secret':
		'La clé d’accès de ce téléphone ne sait pas chiffrer. Choisissez le code.',
	'identity.phone-keeps-nothing':
		'Ce navigateur ne garde rien\u00a0: il n’y a rien à protéger ici.',
	'identity.passkey-cancelled':
		'La clé d’accès n’a pas été utilisée. Réessayez, ou choisissez un autre moyen.',
	'identity.passkey-refused':
		'Cette clé d’accès n’est pas reconnue ici. Réessayez, ou choisissez un autre moyen.',
	'identity.password-too-long': 'Ce mot de passe dépasse 128\u00a0caractères.',
	'identity.password-too-short': 'Ce mot de passe est trop court. Ajoutez-lui un ou deux mots.',
	'identity.password-too-weak':
		'Ce mot de passe se devine trop vite. Évitez les mots courants, les suites et ce qui vous concerne.',
	'identity.perimeter-required':
		'Cette fonction a un périmètre\u00a0: indiquez l’établissement ou le département.',
	'identity.reason-required':
		'Indiquez pourquoi ce dossier est ouvert\u00a0: la personne concernée le lira.',
	'identity.same-mailbox':
		'Donnez une adresse hors de la messagerie académique\u00a0: elle sert quand celle-ci est perdue.',
	'identity.second-person-required':
		'Cette opération demande l’accord d’une seconde personne. Demandez-le, puis recommencez.',
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
	'identity.unlock-needs-network': 'Il faut le réseau. Réessayez dès qu’il revient.',
	'identity.unsent-writes':
		'Des éléments ne sont pas encore sur le serveur. Envoyez-les ou réglez-les dans Synchronisation, puis recommencez.',
	'identity.weak-phone-code':
		'Ce code se devine\u00a0: choisissez six à douze chiffres, ni tous les mêmes ni à la suite.',
	'identity.wrong-phone-code': 'Ce n’est pas le code de ce téléphone.',
	'identity.unknown-account': 'Aucun compte de l’académie ne porte cet identifiant.',
	'identity.unknown-demo-account': 'Ce compte de démonstration n’existe pas encore.',
	'identity.unknown-session': 'Cette session est déjà fermée.',
	'identity.unknown-passkey': 'Cette clé d’accès est déjà retirée.',
	'identity.wrong-code': 'Ce code n’est pas le bon. Vérifiez-le, ou demandez-en un nouveau.',
	'identity.wrong-credentials':
		'Identifiant ou mot de passe inconnu. Vérifiez les deux, ou activez votre compte.',
	'identity.wrong-password': 'Ce n’est pas votre mot de passe actuel.',
	'identity.wrong-proof': 'Cette preuve n’est pas la bonne. Vérifiez-la et recommencez.',
	'institution.academie.bad-settings': 'Les réglages de l’académie sont incomplets ou mal écrits.',
	'institution.academie.unknown': 'Cette académie n’existe pas.',
	'institution.demo-refused': 'Les données de démonstration n’ont pas pu être écrites.',
	'institution.import.file-lost':
		'Le fichier de cet import n’est plus sur le serveur. Envoyez-le de nouveau.',
	'institution.import.not-found': 'Cet import n’existe pas.',
	'institution.import.not-validated': 'Le fichier n’a pas encore été contrôlé.',
	'institution.import.taken-over': 'Un autre processus applique déjà cet import.',
	'messages.calendar-unreachable':
		'Le serveur n’a pas répondu. L’adresse de l’agenda se règle en ligne.',
	'messages.circular-empty': 'Le texte est vide. Écrivez-le avant de l’envoyer.',
	'messages.circular-incomplete':
		'Il manque un titre, un texte ou une date complète. Vérifiez le formulaire.',
	'messages.circular-left':
		'Cette circulaire est déjà partie\u00a0: corrigez-la par une nouvelle version.',
	'messages.circular-not-found': 'Cette circulaire n’existe pas dans votre académie.',
	'messages.message-length': 'Un message compte de 1 à 5 000\u00a0caractères.',
	'messages.own-circular':
		'Une autre personne que l’auteur doit donner son accord à un envoi de cette taille.',
	'messages.thread-not-found': 'Cet échange n’existe pas dans votre périmètre.',
	'messages.too-many-attachments':
		'Cinq\u00a0fichiers au plus par texte. Retirez-en avant d’en joindre d’autres.',
	'mobility.already-filed':
		'Une demande est déjà déposée pour cette campagne, depuis un autre appareil. Modifiez celle-là.',
	'mobility.already-signed': 'Cette publication est déjà faite.',
	'mobility.campaign-already-open': 'Cette campagne est déjà ouverte.',
	'mobility.date-expected': 'Une date est attendue.',
	'mobility.invalid-request':
		'La demande ne peut pas être déposée telle quelle. Revoyez les vœux et les priorités.',
	'mobility.not-rehearsed': 'Il reste des lignes à corriger\u00a0: rien n’a été publié.',
	'mobility.no-school':
		'Votre dossier n’indique pas d’établissement\u00a0: signalez-le dans Carrière.',
	'mobility.number-expected': 'Un nombre entier que les règles acceptent est attendu.',
	'mobility.opinion-awaited': 'Un avis est déjà demandé pour cette voie.',
	'mobility.opinion-given': 'L’avis a déjà été rendu.',
	'mobility.opinion-not-asked': 'Les règles de cette voie ne demandent pas d’avis.',
	'mobility.opinion-unchosen': 'Choisissez un avis.',
	'mobility.opinion-unexplained':
		'Un avis réservé ou défavorable se motive, en dix caractères au moins.',
	'mobility.reading-required': 'Dites pourquoi vous ouvrez ce dossier avant de le lire.',
	'mobility.reason-required': 'Un refus se motive\u00a0: choisissez une raison.',
	'mobility.same-person': 'Cette étape revient à une autre personne que celle qui a préparé.',
	'mobility.unanswered':
		'Il reste des questions sans réponse\u00a0: la demande ne peut pas être déposée.',
	'mobility.unchecked': 'Un refus attend le second regard d’une autre personne.',
	'mobility.undecided': 'Il reste des lignes sans décision.',
	'mobility.unreadable-results':
		'Ce fichier n’a pas les colonnes attendues\u00a0: numéro, résultat, lieu.',
	'mobility.wrong-windows': 'Une fenêtre se ferme avant de s’ouvrir. Vérifiez les dates.',
	'mobility.campaign-unknown': 'Cette campagne de mobilité n’existe pas.',
	'mobility.draft-exists':
		'Une demande est déjà commencée dans ce compte\u00a0: elle n’est pas remplacée.',
	'mobility.not-allowed': 'Cette action n’est pas ouverte à ce compte.',
	'mobility.rules-not-published':
		'Les règles de cette campagne ne sont pas publiées. Le calcul peut suivre les dernières règles connues, à la demande.',
	'reference.damaged-bundle': 'Les règles reçues sont abîmées. Les précédentes restent en service.',
	'reference.unknown': 'Cette règle n’a pas été trouvée dans ce qui est publié.',
	'mobility.window-closed': 'La période prévue pour cette action n’est pas ouverte.',
	'mobility.wrong-state':
		'La demande n’en est plus à cette étape. Rechargez-la pour voir où elle en est.',
	'notifications.browser-refused':
		'Ce navigateur n’a pas pu s’abonner. Vérifiez le réseau, puis réessayez.',
	'notifications.not-permitted':
		'Le navigateur n’a pas donné son accord. Vous pouvez le donner dans les réglages du site.',
	'notifications.old-push-key':
		'Les notifications de cet appareil sont à renouveler. Réactivez-les dans Messages.',
	'notifications.server-unreachable':
		'Le serveur n’a pas répondu. Réessayez quand le réseau est là.',
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
