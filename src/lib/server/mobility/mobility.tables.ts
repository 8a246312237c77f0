import type {
	Answers,
	Correction,
	Hand,
	OfficialBareme,
	OpinionVerdict,
	Outcome,
	RequestAction,
	RequestState,
	Verdict,
	WrittenWindows
} from '$lib/core/mobility';
import type { CivilDate } from '$lib/core/shared';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';

/** A campaign opened by the service of an académie. */
export interface MobilityCampaignTable {
	id: string;
	academie_code: string;
	/** Campaign of the dated data. */
	template: string;
	/** Campaign whose rules it follows. */
	rules_of: string;
	label: string;
	windows: JSONColumnType<WrittenWindows>;
	opened_by: string | null;
	opened_at: Date;
	rev: Generated<number>;
}

/** A person's request in one campaign, from its first deposit on. */
export interface MobilityRequestTable {
	id: string;
	number: GeneratedAlways<number>;
	campaign_id: string;
	account_id: string;
	agent_id: string | null;
	first_name: string;
	last_name: string;
	academie_code: string;
	state: RequestState;
	/** When it entered this state: the queue is oldest first. */
	reached_at: Date;
	/** Latest deposit. */
	filed_at: Date | null;
	answers: JSONColumnType<Partial<Answers>>;
	voeux: JSONColumnType<string[]>;
	/** Declared figures the service put right. */
	corrections: ColumnType<Correction[], string | undefined, string>;
	initial_bareme: JSONColumnType<OfficialBareme> | null;
	final_bareme: JSONColumnType<OfficialBareme> | null;
	/** Changes at each write: what the phone compares. */
	version: Generated<string>;
	rev: Generated<number>;
}

/** A deposit, frozen: never updated. */
export interface MobilityFilingTable {
	/** Random: knowing it is what opens the verification page. */
	id: Generated<string>;
	request_id: string;
	rank: number;
	filed_at: Date;
	/** JSON, as it was hashed. */
	content: string;
	sha256: string;
}

export interface MobilityEventTable {
	request_id: string;
	rank: number;
	at: Date;
	action: RequestAction;
	state: RequestState;
	hand: Hand;
	actor_id: string | null;
	note: string | null;
}

export interface MobilityDecisionTable {
	request_id: string;
	rule: string;
	verdict: Verdict;
	/** From the bank of reasons. */
	reason: string | null;
	comment: string | null;
	decided_by: string;
	decided_at: Date;
	/** Somebody else, who agreed. */
	checked_by: string | null;
	checked_at: Date | null;
}

export interface MobilityContestTable {
	request_id: string;
	rule: string;
	grounds: string;
	at: Date;
	accepted: boolean | null;
	answer: string | null;
	answered_by: string | null;
	answered_at: Date | null;
}

export interface MobilityPieceRequestTable {
	id: string;
	request_id: string;
	piece: string;
	message: string;
	asked_by: string;
	asked_at: Date;
	due_on: CivilDate;
	answered_at: Date | null;
}

/** Whoever has said why they open a file may read it for a while. */
export interface MobilityReadingTable {
	request_id: string;
	account_id: string;
	opened_at: Date;
}

/** Results prepared by one person and published, all at once, by another. */
export interface MobilityPublicationTable {
	id: string;
	campaign_id: string;
	prepared_by: string;
	prepared_at: Date;
	/** Of the lines, in their order: what is signed is what was rehearsed. */
	sha256: string;
	signed_by: string | null;
	published_at: Date | null;
}

export interface MobilityPublicationLineTable {
	publication_id: string;
	line: number;
	number: number | null;
	outcome: Outcome | null;
	place: string | null;
	/** Why this line cannot be published. */
	problem: string | null;
}

export interface MobilityResultTable {
	request_id: string;
	publication_id: string;
	outcome: Outcome;
	place: string | null;
}

/** Asked of the head of a school for a special route; nothing is given while `verdict` is null. */
export interface MobilityOpinionTable {
	id: string;
	account_id: string;
	academie_code: string;
	uai: string;
	first_name: string;
	last_name: string;
	route: string;
	target: string;
	asked_at: Date;
	verdict: OpinionVerdict | null;
	words: Generated<string>;
	given_by: string | null;
	given_at: Date | null;
	version: Generated<string>;
	rev: Generated<number>;
}

export interface MobilityTables {
	mobility_opinion: MobilityOpinionTable;
	mobility_campaign: MobilityCampaignTable;
	mobility_request: MobilityRequestTable;
	mobility_filing: MobilityFilingTable;
	mobility_event: MobilityEventTable;
	mobility_decision: MobilityDecisionTable;
	mobility_contest: MobilityContestTable;
	mobility_piece_request: MobilityPieceRequestTable;
	mobility_reading: MobilityReadingTable;
	mobility_publication: MobilityPublicationTable;
	mobility_publication_line: MobilityPublicationLineTable;
	mobility_result: MobilityResultTable;
}
