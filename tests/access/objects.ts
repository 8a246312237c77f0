/**
 * What the addresses with a parameter point at. A room adds its routes here, one line each: how to make
 * the object of a given person, and who may reach it. A route with a parameter and no line fails the
 * matrix, and so does a line for a route that is gone.
 */
import type { Actor, Owner } from './world';

/** A parameter that names nobody's object: a question, a provider. */
interface Value {
	readonly params: Readonly<Record<string, string>>;
}

interface PersonalObject {
	/** Makes one object of this person, and gives the parameters of its address. */
	make(owner: Owner): Promise<Record<string, string>>;
	/** The parameters of an object that does not exist. */
	readonly nowhere: Readonly<Record<string, string>>;
	/** Who reaches it, among those whose function the policy lets in. */
	may(operation: string, actor: Actor, owner: Owner): boolean;
}

export type RouteObject = Value | PersonalObject;

const nobody = '00000000-0000-7000-8000-000000000000';
const ownerOnly = (_: string, actor: Actor, owner: Owner) => actor.user?.id === owner.user.id;

const aDevice = async ({ user }: Owner) => {
	const { seeDevice } = await import('$lib/server/sync');
	const id = crypto.randomUUID();
	await seeDevice(user, { id, label: 'Firefox sur Linux' });
	return { id };
};

const noImport: PersonalObject = {
	make: async () => ({ id: nobody }),
	nowhere: { id: nobody },
	may: () => false
};

export const objects: Readonly<Record<string, RouteObject>> = {
	'/(auth)/connexion/sso/[fournisseur]': { params: { fournisseur: 'inconnu' } },
	'/(auth)/connexion/sso/[fournisseur]/retour': { params: { fournisseur: 'inconnu' } },
	'/(auth)/connexion/sso/[fournisseur]/sortie': { params: { fournisseur: 'inconnu' } },
	'/api/v1/simulations/[question]': { params: { question: 'carriere' } },
	'/api/v1/imports/[id]': noImport,
	'/api/v1/imports/[id]/rapport': noImport,
	'/api/v1/sync/appareils/[id]': {
		make: aDevice,
		nowhere: { id: nobody },
		// A device asks whether it was revoked without a session, and learns nothing else.
		may: (operation, actor, owner) =>
			operation === 'GET' || operation === 'HEAD' || ownerOnly(operation, actor, owner)
	}
};
