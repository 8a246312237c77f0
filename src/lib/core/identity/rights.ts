/**
 * What each function may do, and to whom: the one table behind the server's refusals, the buttons and
 * the tests. A route says which function may call it (`policy`); this says about whose object.
 */
import { isStaff, type Role, type SessionUser } from './role';

/** How a person stands to an object, nearest first. */
export const relations = ['self', 'school', 'departement', 'academie'] as const;
export type Relation = (typeof relations)[number];

/** Whose object it is, and where that person works. */
export interface Thing {
	readonly accountId?: string | null;
	readonly agentId?: string | null;
	readonly uai?: string | null;
	readonly departement?: string | null;
	readonly academie: string;
}

export type Right = Readonly<Partial<Record<Role, Relation>>>;

/** The farthest relation from which a function may do each thing; a function left out may not. */
export const rights = {
	'file.open': { gestionnaire: 'departement' },
	'medical.read': { enseignant: 'self', medecin: 'academie' },
	'readers.see': { enseignant: 'self' },
	'rows.export': { gestionnaire: 'academie', 'correspondant-eps': 'academie', dpo: 'academie' },
	/** Of a head, on those who work in their school. */
	'opinion.give': { chef: 'school' },
	'approval.ask': { gestionnaire: 'academie', 'correspondant-eps': 'academie', dpo: 'academie' },
	'approval.give': { gestionnaire: 'academie', 'correspondant-eps': 'academie', dpo: 'academie' },
	'access-request.answer': { 'correspondant-eps': 'academie' },
	'account.create': { admin: 'academie' },
	'account.unblock': { assistance: 'academie', admin: 'academie' },
	'dead-letter.manage': { admin: 'academie' },
	'phishing-report.read': { admin: 'academie' }
} as const satisfies Record<string, Right>;

export type Action = keyof typeof rights;

type Actor = Pick<SessionUser, 'id' | 'role' | 'agentId' | 'uai' | 'departement' | 'academie'>;

const same = (one: string | null | undefined, other: string | null | undefined): boolean =>
	one != null && one === other;

const holds: Readonly<Record<Relation, (actor: Actor, thing: Thing) => boolean>> = {
	self: (actor, thing) => same(actor.id, thing.accountId) || same(actor.agentId, thing.agentId),
	school: (actor, thing) => isStaff(actor.role) && same(actor.uai, thing.uai),
	departement: (actor, thing) =>
		isStaff(actor.role) &&
		same(actor.academie, thing.academie) &&
		same(actor.departement, thing.departement),
	academie: (actor, thing) => isStaff(actor.role) && same(actor.academie, thing.academie)
};

/** May this person do that to this object? Nearer than the table's relation is within it. */
export function can(actor: Actor, action: Action, thing: Thing): boolean {
	const farthest = (rights[action] as Right)[actor.role];
	if (farthest === undefined) return false;
	const within = relations.slice(0, relations.indexOf(farthest) + 1);
	return within.some((relation) => holds[relation](actor, thing));
}

/** May this function ever do that? What a button asks before it shows. */
export const mayEver = (role: Role, action: Action): boolean =>
	(rights[action] as Right)[role] !== undefined;
