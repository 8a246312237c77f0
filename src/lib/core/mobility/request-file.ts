/** A filed request as its owner's phone holds it: everything the screens show, and nothing decided here. */
import { entity, type CivilDate, type Versioned } from '../shared';
import type { Answers } from './answers';
import type { OfficialBareme } from './official-bareme';
import type { Hand, RequestAction } from './request-transitions';
import type { RequestState } from './request-status';

export interface HistoryLine {
	/** Instant of the server's clock. */
	readonly at: string;
	readonly action: RequestAction;
	readonly state: RequestState;
	readonly hand: Hand;
	readonly note: string | null;
}

/** What proves a deposit: the server's time and the digest of the copy it froze. */
export interface Receipt {
	/** Unguessable; names the copy on the public verification page. */
	readonly id: string;
	/** 1 for the first deposit of this request. */
	readonly rank: number;
	readonly at: string;
	readonly sha256: string;
}

export interface Contest {
	readonly rule: string;
	readonly grounds: string;
	readonly at: string;
	readonly accepted: boolean | null;
	readonly answer: string | null;
}

export interface PieceRequest {
	readonly id: string;
	readonly piece: string;
	readonly message: string;
	readonly askedAt: string;
	readonly dueOn: CivilDate;
	readonly answeredAt: string | null;
}

export const outcomes = ['obtenu', 'extension', 'non-satisfait'] as const;
export type Outcome = (typeof outcomes)[number];

export interface PublishedResult {
	readonly outcome: Outcome;
	/** Académie or département obtained. */
	readonly place: string | null;
	readonly at: string;
}

export interface RequestFile {
	readonly id: string;
	/** The open campaign. */
	readonly campaign: string;
	readonly number: number;
	readonly state: RequestState;
	readonly answers: Answers;
	readonly voeux: readonly string[];
	readonly history: readonly HistoryLine[];
	readonly receipts: readonly Receipt[];
	readonly initial: OfficialBareme | null;
	readonly final: OfficialBareme | null;
	readonly contests: readonly Contest[];
	readonly pieces: readonly PieceRequest[];
	readonly result: PublishedResult | null;
	/** Acts made on this phone that the server has not confirmed: they have no effect yet. */
	readonly waiting?: readonly RequestAction[];
}

export const requestFileEntity = entity<Versioned<RequestFile>>('mutation-request', 1, 'user');

/** `M-000123`: what a person quotes to their service. */
export const requestNumber = (number: number): string => `M-${String(number).padStart(6, '0')}`;

/** Reads what `requestNumber` wrote, or null. */
export function readRequestNumber(text: string): number | null {
	const match = /^M-(\d{6,12})$/.exec(text.trim().toUpperCase());
	return match ? Number(match[1]) : null;
}
