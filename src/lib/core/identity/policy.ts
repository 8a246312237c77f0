/**
 * Who may call what: one line per route and method, and per form action. A route that is not here
 * answers as if it did not exist, so forgetting one fails closed; a test compares the table with the
 * build's own list of routes. Pages of `(app)` are empty shells that hold nobody's data, hence public.
 */
import { rights, type Action } from './rights';
import type { Role } from './role';

/**
 * `public`: anyone. `session`: any signed-in person. A list: those roles only. `operator`: the command
 * line of the server's own machine, and nobody else.
 */
export type Need = 'public' | 'session' | 'operator' | readonly Role[];

export interface Operation {
	readonly need: Need;
	/** Largest body accepted, in bytes. */
	readonly bodyLimit: number;
	/** Other sites' pages may call it: it neither reads a cookie nor changes anything. */
	readonly anyOrigin: boolean;
	/** Only for someone who has just proven who they are. */
	readonly stepUp: boolean;
}

type OperationRule = Need | ({ readonly need: Need } & Partial<Operation>);

/** By method; form actions are written `POST ?/name`. */
export type RouteRule = Readonly<Record<string, OperationRule>>;

export const defaultBodyLimit = 64 * 1024;
/** A text with the files joined to it. */
const severalFiles = 16 * 1024 ** 2;

/** Functions that the table of rights lets do it, somewhere: the use-case then says to whom. */
const thoseWho = (action: Action): readonly Role[] => Object.keys(rights[action]) as Role[];
const approvers = thoseWho('approval.give');
const unblockers = thoseWho('account.unblock');

export const policy: Readonly<Record<string, RouteRule>> = {
	'/(app)/accueil': { GET: 'public' },
	'/(app)/carriere': { GET: 'public' },
	'/(app)/carriere/cv': { GET: 'public' },
	'/(app)/carriere/comparaison': { GET: 'public' },
	'/(app)/carriere/perspectives': { GET: 'public' },
	'/(app)/carriere/projection': { GET: 'public' },
	'/(app)/carriere/promotion': { GET: 'public' },
	'/(app)/carriere/remuneration': { GET: 'public' },
	'/(app)/carriere/rendez-vous': { GET: 'public' },
	'/(app)/messages': { GET: 'public' },
	'/(app)/messages/actualites': { GET: 'public' },
	'/(app)/messages/circulaires/[id]': { GET: 'public' },
	'/(app)/messages/correspondances': { GET: 'public' },
	'/(app)/messages/echanges/[id]': { GET: 'public' },
	'/(app)/messages/echanges/nouveau': { GET: 'public' },
	'/(app)/messages/reglages': { GET: 'public' },
	'/(app)/mutation': { GET: 'public' },
	'/(app)/mutation/comparer': { GET: 'public' },
	'/(app)/mutation/demande': { GET: 'public' },
	'/(app)/mutation/deposer': { GET: 'public' },
	'/(app)/mutation/dossier': { GET: 'public' },
	'/(app)/mutation/guides': { GET: 'public' },
	'/(app)/mutation/guides/[id]': { GET: 'public' },
	'/(app)/mutation/pieces': { GET: 'public' },
	'/(app)/mutation/priorites': { GET: 'public' },
	'/(app)/plus': { GET: 'public' },
	'/(app)/plus/appareils': { GET: 'public' },
	'/(app)/plus/carnet-prive': { GET: 'public' },
	'/(app)/plus/documents': { GET: 'public' },
	'/(app)/plus/documents/archive': { GET: 'public' },
	'/(app)/plus/documents/deposer': { GET: 'public' },
	'/(app)/plus/echeances': { GET: 'public' },
	'/(app)/plus/academie': { GET: 'public' },
	'/(app)/plus/notes': { GET: 'public' },
	'/(app)/plus/synchronisation': { GET: 'public' },
	'/(app)/plus/telephone': { GET: 'public' },
	'/(auth)/activation': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/activation/code': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/activation/mot-de-passe': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/connexion': {
		GET: 'public',
		'POST ?/connexion': 'public',
		'POST ?/demonstration': 'public'
	},
	'/(auth)/connexion/deblocage': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/connexion/second-facteur': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/connexion/verification': {
		GET: 'public',
		'POST ?/code': 'public',
		'POST ?/courriel': 'public'
	},
	'/(auth)/demande-acces': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/deconnexion': { GET: 'session', 'POST ?/default': 'session' },
	'/(auth)/recuperation': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/recuperation/code': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/recuperation/lien': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/recuperation/mot-de-passe': { GET: 'public', 'POST ?/default': 'public' },
	'/(auth)/connexion/sso/[fournisseur]': {
		GET: 'public',
		// Links an identity to the account: it will open it from then on.
		POST: { need: 'session', stepUp: true }
	},
	// A SAML provider returns by a form of its own site: the attempt's cookie proves the browser.
	'/(auth)/connexion/sso/[fournisseur]/retour': {
		GET: 'public',
		POST: { need: 'public', anyOrigin: true }
	},
	'/(auth)/connexion/sso/[fournisseur]/sortie': { POST: 'session' },
	'/(compte)/securite': { GET: 'session' },
	'/(compte)/securite/hameconnage': { GET: 'session', 'POST ?/default': 'session' },
	'/(compte)/securite/premiere-visite': { GET: 'session' },
	'/(compte)/securite/adresse-de-secours': {
		GET: { need: 'session', stepUp: true },
		'POST ?/donner': { need: 'session', stepUp: true },
		'POST ?/confirmer': { need: 'session', stepUp: true },
		'POST ?/annuler': 'session'
	},
	'/(compte)/securite/appareils': {
		GET: 'session',
		'POST ?/autres': 'session',
		'POST ?/fermer': 'session'
	},
	'/(compte)/securite/cles-acces': {
		GET: { need: 'session', stepUp: true },
		'POST ?/retirer': { need: 'session', stepUp: true }
	},
	'/(compte)/securite/confirmer': { GET: 'session', 'POST ?/default': 'session' },
	'/(compte)/securite/consultations': { GET: 'session' },
	'/(compte)/securite/mot-de-passe': { GET: 'session', 'POST ?/default': 'session' },
	'/(compte)/securite/second-facteur': {
		GET: { need: 'session', stepUp: true },
		'POST ?/ajouter': { need: 'session', stepUp: true },
		'POST ?/codes': { need: 'session', stepUp: true },
		'POST ?/retirer': { need: 'session', stepUp: true }
	},
	'/(compte)/signature/[id]': {
		GET: { need: ['enseignant'], stepUp: true },
		'POST ?/default': { need: ['enseignant'], stepUp: true }
	},
	'/(gestion)/etablissement': { GET: ['chef'] },
	'/(gestion)/etablissement/avis': { GET: ['chef'], 'POST ?/rendre': ['chef'] },
	'/(gestion)/diffusion': { GET: ['gestionnaire'], 'POST ?/nouvelle': ['gestionnaire'] },
	'/(gestion)/diffusion/[id]': {
		GET: ['gestionnaire'],
		'POST ?/accorder': ['gestionnaire'],
		'POST ?/corriger': ['gestionnaire'],
		'POST ?/enregistrer': { need: ['gestionnaire'], bodyLimit: severalFiles },
		'POST ?/envoyer': { need: ['gestionnaire'], stepUp: true },
		'POST ?/repeter': ['gestionnaire']
	},
	'/(gestion)/echanges': { GET: ['gestionnaire'] },
	'/(gestion)/echanges/[id]': {
		GET: ['gestionnaire'],
		'POST ?/clore': ['gestionnaire'],
		'POST ?/repondre': { need: ['gestionnaire'], bodyLimit: severalFiles }
	},
	'/(gestion)/gestion': { GET: ['gestionnaire'] },
	'/(gestion)/gestion/campagnes': {
		GET: ['gestionnaire'],
		'POST ?/ouvrir': ['gestionnaire']
	},
	'/(gestion)/gestion/campagnes/[id]': {
		GET: ['gestionnaire'],
		'POST ?/dates': ['gestionnaire'],
		'POST ?/etape': { need: ['gestionnaire'], stepUp: true },
		'POST ?/resultats': { need: ['gestionnaire'], bodyLimit: 8 * 1024 ** 2, stepUp: true }
	},
	'/(gestion)/gestion/dossiers': { GET: ['gestionnaire'], 'POST ?/ouvrir': ['gestionnaire'] },
	'/(gestion)/gestion/dossiers/[id]': {
		GET: ['gestionnaire'],
		'POST ?/afficher': ['gestionnaire'],
		'POST ?/arreter': ['gestionnaire'],
		'POST ?/corriger': ['gestionnaire'],
		'POST ?/decider': ['gestionnaire'],
		'POST ?/piece': ['gestionnaire'],
		'POST ?/recue': ['gestionnaire'],
		'POST ?/repondre': ['gestionnaire'],
		'POST ?/reprendre': ['gestionnaire'],
		'POST ?/second-regard': ['gestionnaire'],
		'POST ?/verifier': ['gestionnaire']
	},
	'/(gestion)/gestion/dossiers/export': {
		GET: { need: ['gestionnaire'], stepUp: true },
		'POST ?/demander': { need: ['gestionnaire'], stepUp: true }
	},
	'/(gestion)/gestion/dossiers/export/fichier': {
		POST: { need: ['gestionnaire'], stepUp: true }
	},
	'/(gestion)/gestion/publications/[id]': {
		GET: { need: ['gestionnaire'], stepUp: true },
		'POST ?/publier': { need: ['gestionnaire'], stepUp: true }
	},
	'/(gestion)/gestion/pieces': {
		GET: ['gestionnaire'],
		'POST ?/garder': ['gestionnaire'],
		'POST ?/lever': ['gestionnaire']
	},
	'/(gestion)/medical': {
		GET: ['medecin'],
		'POST ?/avis': ['medecin'],
		'POST ?/garder': ['medecin'],
		'POST ?/lever': ['medecin']
	},
	'/(gestion)/accords': {
		GET: approvers,
		'POST ?/accorder': { need: approvers, stepUp: true },
		'POST ?/refuser': approvers
	},
	'/(gestion)/assistance': {
		GET: unblockers,
		'POST ?/essais': unblockers,
		'POST ?/accorder': { need: unblockers, stepUp: true },
		'POST ?/refuser': unblockers
	},
	'/(gestion)/commission-eps': { GET: ['correspondant-eps'] },
	'/(gestion)/commission-eps/acces': {
		GET: ['correspondant-eps'],
		'POST ?/accorder': { need: ['correspondant-eps'], stepUp: true },
		'POST ?/refuser': ['correspondant-eps']
	},
	'/(gestion)/dpo': { GET: ['dpo'] },
	'/(gestion)/dpo/conservation': { GET: ['dpo'], 'POST ?/reponse': ['dpo'] },
	'/(gestion)/administration': { GET: ['admin'] },
	'/(gestion)/administration/comptes': {
		GET: ['admin'],
		'POST ?/default': { need: ['admin'], stepUp: true }
	},
	'/(gestion)/administration/signalements': { GET: ['admin'] },
	'/(gestion)/administration/taches': {
		GET: ['admin'],
		'POST ?/reprendre': ['admin'],
		'POST ?/abandonner': { need: ['admin'], stepUp: true }
	},
	'/(public)': { GET: 'public' },
	'/(public)/accessibilite': { GET: 'public' },
	'/(public)/aide': { GET: 'public' },
	'/(public)/api': { GET: 'public' },
	'/(public)/api/essai': { GET: 'public' },
	'/(public)/confidentialite': { GET: 'public' },
	'/(public)/mentions-legales': { GET: 'public' },
	'/(public)/navigateur': { GET: 'public' },
	'/(public)/simulateurs': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/carriere': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/comparaison': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/perspectives': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/projection': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/promotion': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/remuneration': { GET: 'public' },
	'/(public)/simulateurs/(carnet)/rendez-vous': { GET: 'public' },
	'/(public)/verifier/[id]': { GET: 'public' },
	'/(public)/simulateurs/mutation': { GET: 'public' },
	'/api/v1/documents': { POST: 'session' },
	// Who may open which piece is decided by `rightOver`, in the room of documents.
	'/api/v1/documents/[id]': { GET: 'session' },
	'/api/v1/documents/[id]/effacement': { POST: 'session' },
	'/api/v1/documents/depots': { POST: 'session' },
	// No upload is longer than its announced length, itself within the académie's limit.
	'/api/v1/documents/depots/[id]': {
		HEAD: 'session',
		PATCH: { need: 'session', bodyLimit: 32 * 1024 ** 2 },
		DELETE: 'session'
	},
	// Who may open which one is decided by what it is joined to, in the room of messages.
	'/api/v1/pieces-jointes/[id]': { GET: 'session' },
	'/api/v1/openapi.json': { GET: { need: 'public', anyOrigin: true } },
	'/api/v1/reference': { GET: { need: 'public', anyOrigin: true } },
	'/api/v1/simulations/[question]': { POST: { need: 'public', anyOrigin: true } },
	'/api/v1/cles-acces': {
		POST: { need: 'session', stepUp: true },
		PUT: { need: 'session', stepUp: true }
	},
	'/api/v1/cles-acces/confirmation': { POST: 'session', PUT: 'session' },
	// Prove who they are by what they carry: a challenge's cookie, and a key's signature.
	'/api/v1/cles-acces/connexion': { POST: 'public', PUT: 'public' },
	'/api/v1/cles-acces/premiere': { POST: 'public', PUT: 'public' },
	'/api/v1/imports': { POST: { need: 'operator', bodyLimit: 1024 ** 3 } },
	'/api/v1/imports/[id]': { GET: 'operator' },
	'/api/v1/imports/[id]/rapport': { GET: 'operator' },
	'/api/v1/session': { GET: 'session' },
	'/api/v1/session/partage': { POST: 'session' },
	'/api/v1/session/sortie': { POST: 'session' },
	// Answers only to the mail server's own token.
	'/api/v1/courriels/rejets': { POST: 'public' },
	'/api/v1/mutation/recus/[id]': { GET: ['enseignant'] },
	'/api/v1/simulations/bareme': { POST: { need: 'public', anyOrigin: true } },
	'/api/v1/calendrier': { GET: 'session', POST: 'session', DELETE: 'session' },
	// The secret of the address is the right.
	'/api/v1/calendrier/[secret]': { GET: 'public' },
	'/api/v1/calendrier/echeances.ics': { GET: 'session' },
	'/api/v1/push-subscriptions': { GET: 'session', PUT: 'session', DELETE: 'session' },
	'/api/v1/push-subscriptions/essai': { POST: 'session' },
	'/api/v1/sync/appareils': { GET: 'session' },
	'/api/v1/sync/appareils/[id]': { GET: 'public', DELETE: 'session' },
	// Unlocking is asked by a device whose session may have ended; its tries are counted.
	'/api/v1/sync/appareils/[id]/part': {
		GET: 'session',
		PUT: 'session',
		POST: 'public',
		DELETE: 'session'
	},
	'/api/v1/sync/pull': { POST: 'session' },
	'/api/v1/sync/push': { POST: 'session' },
	'/(verrou)/verrou': { GET: 'public' },
	'/coquille': { GET: 'public' },
	'/introuvable': { GET: 'public' },
	// Does not exist outside a demonstration.
	'/demo/courriels': { GET: 'public' },
	'/demo/codes': { GET: 'public' },
	// From a mail: its signature says for whom, and a mail program posts it by itself.
	'/desabonnement': { GET: 'public', 'POST ?/default': { need: 'public', anyOrigin: true } },
	'/healthz': { GET: 'public' },
	'/readyz': { GET: 'public' }
};

/** What the operation asks for, or null when nobody may call it. */
export function operationOf(
	routeId: string,
	method: string,
	action: string | null
): Operation | null {
	const rules = policy[routeId];
	const verb = method === 'HEAD' && !rules?.['HEAD'] ? 'GET' : method;
	// A POST without a named action is a page's default action, or an endpoint's own.
	const endpoint = action === null || action === 'default' ? rules?.[verb] : undefined;
	const rule = (action === null ? undefined : rules?.[`${verb} ?/${action}`]) ?? endpoint;
	if (rule === undefined) return null;
	const declared = typeof rule === 'object' && 'need' in rule ? rule : { need: rule };
	return { bodyLimit: defaultBodyLimit, anyOrigin: false, stepUp: false, ...declared };
}

export function allows(need: Need, role: Role | null): boolean {
	if (need === 'public') return true;
	if (role === null || need === 'operator') return false;
	return need === 'session' || need.includes(role);
}
