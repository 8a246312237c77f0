/**
 * Signing in from abroad. The overseas territories are home. A teacher on holiday proves once more
 * that it is them; whoever reads other people's files does so from France only.
 */
import type { Role } from './role';

/** ISO 3166-1: France and each of its territories that has its own code. */
const home = new Set([
	...['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'],
	...['PM', 'BL', 'MF', 'WF', 'PF', 'NC', 'TF']
]);

/** `private`: an address of the network we stand in; `unknown`: a public one no country is known for. */
export type Place = 'private' | 'unknown' | { readonly country: string };

export type Access = 'allow' | 'verify' | 'refuse';

export function accessFrom(place: Place, role: Role): Access {
	if (place === 'private') return 'allow';
	if (place !== 'unknown' && home.has(place.country)) return 'allow';
	return role === 'enseignant' ? 'verify' : 'refuse';
}
