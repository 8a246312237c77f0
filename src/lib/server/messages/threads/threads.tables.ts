import type { ThreadSubject } from '$lib/core/messages';
import type { Generated } from 'kysely';

export interface ThreadTable {
	id: string;
	/** The person; the other side is the service of their académie and département. */
	account_id: string;
	academie_code: string;
	departement: string | null;
	title: string;
	about: ThreadSubject;
	about_id: string | null;
	opened_at: Generated<Date>;
	closed_at: Date | null;
	rev: number;
	version: string | null;
}

export interface ThreadMessageTable {
	id: string;
	thread_id: string;
	/** The person whose exchange it is, whoever wrote. */
	account_id: string;
	text: string;
	/** Pieces of the person's own that they show to the service. */
	pieces: Generated<string[]>;
	from_service: boolean;
	author_id: string | null;
	author_name: string | null;
	sent_at: Generated<Date>;
	/** The other side has been told of it. */
	told_at: Date | null;
	rev: number;
	version: string | null;
}

export interface ThreadsTables {
	thread: ThreadTable;
	thread_message: ThreadMessageTable;
}
