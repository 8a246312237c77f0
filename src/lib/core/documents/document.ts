/** A deposited piece as its owner's phone receives it. */
import { entity, type CivilDate } from '../shared';
import type { FileRefusal } from './refusal';

/** `checking`: received whole, and being looked at. Nothing but an accepted piece may be filed. */
export const documentStates = ['checking', 'accepted', 'refused'] as const;
export type DocumentState = (typeof documentStates)[number];

export interface PieceDocument {
	readonly id: string;
	readonly type: string;
	readonly name: string;
	readonly issuedOn: CivilDate;
	readonly endsOn: CivilDate | null;
	readonly medical: boolean;
	readonly state: DocumentState;
	/** Why it was refused. */
	readonly refusal: FileRefusal | null;
	readonly sha256: string;
	readonly bytes: number;
	/** Null until checked. */
	readonly pages: number | null;
	/** 1 for the first deposit; a piece deposited in place of another counts on from it. */
	readonly version: number;
	/** The piece this one takes the place of. */
	readonly replaces: string | null;
	/** Instant (ISO 8601) at which the server had it whole. */
	readonly depositedAt: string;
	/** Last day of each campaign it was filed for; null while one is not over. */
	readonly campaigns: readonly (CivilDate | null)[];
	/** A hold keeps it past its term. */
	readonly held: boolean;
	/** The answer to an early-erasure request, if one was made. */
	readonly erasure: ErasureRequest | null;
}

export interface ErasureRequest {
	readonly askedAt: string;
	readonly outcome: 'waiting' | 'refused';
	readonly answer: string | null;
}

export const documentEntity = entity<PieceDocument>('document', 1, 'user');
