/**
 * What the addresses with a parameter point at. A room adds its routes here, one line each: how to make
 * the object of a given person, and who may reach it. A route with a parameter and no line fails the
 * matrix, and so does a line for a route that is gone.
 */
import { aPiece, opensPiece, pieceKinds } from './documents.objects';
import { aCircular, aThread, followsThread } from './messages.objects';
import { aCampaign, aPublication, aReceipt, aRequest, ofTheAcademie } from './mobility.objects';
import type { Actor, Owner } from './world';

/** A parameter that names nobody's object: a question, a provider. */
interface Value {
	readonly params: Readonly<Record<string, string>>;
}

interface PersonalObject {
	/** Kinds that are not open to the same people; one only by default. */
	readonly kinds?: readonly string[];
	/** Makes one object of this person, and gives the parameters of its address. */
	make(owner: Owner, kind: string): Promise<Record<string, string>>;
	/** The parameters of an object that does not exist. */
	readonly nowhere: Readonly<Record<string, string>>;
	/** Answers whoever asks, and with nothing of what is not theirs. */
	readonly answersAll?: boolean;
	/** Who reaches it, among those whose function the policy lets in. */
	may(operation: string, actor: Actor, owner: Owner, kind: string): boolean;
}

export type RouteObject = Value | PersonalObject;

const nobody = '00000000-0000-7000-8000-000000000000';
const ownerOnly = (_: string, actor: Actor, owner: Owner) => actor.user?.id === owner.user.id;

const aDevice = async ({ user }: Owner) => {
	const { seeDevice } = await import('$lib/server/sync');
	const id = crypto.randomUUID();
	await seeDevice(user, { id, label: 'Firefox sur Linux', mode: 'clear' });
	return { id };
};

const aDeviceWithShare = async ({ user }: Owner) => {
	const { keepShare } = await import('$lib/server/sync');
	const id = crypto.randomUUID();
	const secret = Buffer.alloc(32, 7).toString('base64');
	await keepShare(user, { device: id, label: 'Firefox', share: secret, verifier: secret });
	return { id };
};

const nothingThere: PersonalObject = {
	make: async () => ({ id: nobody }),
	nowhere: { id: nobody },
	may: () => false
};

export const objects: Readonly<Record<string, RouteObject>> = {
	'/(app)/messages/circulaires/[id]': { params: { id: nobody } },
	'/(app)/messages/echanges/[id]': { params: { id: nobody } },
	'/(app)/mutation/guides/[id]': { params: { id: 'inconnu' } },
	'/(compte)/signature/[id]': { make: aRequest, nowhere: { id: nobody }, may: ownerOnly },
	'/(gestion)/gestion/campagnes/[id]': {
		...{ make: aCampaign, nowhere: { id: nobody }, may: ofTheAcademie }
	},
	'/(gestion)/gestion/dossiers/[id]': {
		...{ make: aRequest, nowhere: { id: nobody }, may: ofTheAcademie }
	},
	'/(gestion)/gestion/publications/[id]': {
		...{ make: aPublication, nowhere: { id: nobody }, may: ofTheAcademie }
	},
	'/(gestion)/diffusion/[id]': {
		...{ make: aCircular, nowhere: { id: nobody }, may: ofTheAcademie }
	},
	'/(gestion)/echanges/[id]': { make: aThread, nowhere: { id: nobody }, may: followsThread },
	// Their bytes are in the vault: the tests of attachments cross functions with them.
	'/api/v1/pieces-jointes/[id]': nothingThere,
	'/(public)/verifier/[id]': { params: { id: nobody } },
	'/api/v1/mutation/recus/[id]': { make: aReceipt, nowhere: { id: nobody }, may: ownerOnly },
	'/(auth)/connexion/sso/[fournisseur]': { params: { fournisseur: 'inconnu' } },
	'/(auth)/connexion/sso/[fournisseur]/retour': { params: { fournisseur: 'inconnu' } },
	'/(auth)/connexion/sso/[fournisseur]/sortie': { params: { fournisseur: 'inconnu' } },
	'/api/v1/simulations/[question]': { params: { question: 'carriere' } },
	// The secret is the right: whoever holds it reads that calendar, and nobody guesses it.
	'/api/v1/calendrier/[secret]': { params: { secret: 'inconnu' } },
	'/api/v1/documents/[id]': {
		kinds: pieceKinds,
		make: aPiece,
		nowhere: { id: nobody },
		may: (_, actor, owner, kind) => opensPiece(actor, owner, kind)
	},
	'/api/v1/documents/[id]/effacement': {
		kinds: pieceKinds,
		make: aPiece,
		nowhere: { id: nobody },
		may: ownerOnly
	},
	// Nothing is under way: an upload is told from one that is not there by its own tests.
	'/api/v1/documents/depots/[id]': nothingThere,
	'/api/v1/imports/[id]': nothingThere,
	'/api/v1/imports/[id]/rapport': nothingThere,
	'/api/v1/sync/appareils/[id]/part': {
		...{ make: aDeviceWithShare, nowhere: { id: nobody }, answersAll: true, may: ownerOnly }
	},
	'/api/v1/sync/appareils/[id]': {
		make: aDevice,
		nowhere: { id: nobody },
		// A device asks whether it was revoked without a session, and learns nothing else.
		may: (operation, actor, owner) =>
			operation === 'GET' || operation === 'HEAD' || ownerOnly(operation, actor, owner)
	}
};
