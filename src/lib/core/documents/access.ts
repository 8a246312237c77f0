/**
 * Who may open a piece. Its owner, always. The gestion of the owner's académie, never a medical one.
 * A médecin-conseil of the académie, medical ones only. Nobody else: neither heads nor administrators.
 */
import type { SessionUser } from '../identity';

export interface PieceOwner {
	readonly ownerId: string;
	readonly academie: string;
	/** Département of the owner's school, null when not known. */
	readonly departement: string | null;
	readonly medical: boolean;
}

/** Who reads as a service writes down why, and the owner can see it. */
export type PieceRight = 'owner' | 'service' | null;

export function rightOver(user: SessionUser, piece: PieceOwner): PieceRight {
	if (user.id === piece.ownerId) return 'owner';
	if (user.academie !== piece.academie) return null;
	if (user.role === 'medecin') return piece.medical ? 'service' : null;
	if (user.role !== 'gestionnaire' || piece.medical) return null;
	const bounded = user.departement !== null && user.departement !== piece.departement;
	return bounded ? null : 'service';
}
