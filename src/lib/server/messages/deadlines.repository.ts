import type { CircularDeadline } from '$lib/core/messages';
import type { CivilDate } from '$lib/core/shared';
import { sql } from 'kysely';
import { db } from '../db';

export interface CircularWithDeadlines {
	readonly id: string;
	readonly deadlines: readonly CircularDeadline[];
}

/** Published circulars, not replaced since, that set a date among these days. */
export async function circularsSettingDates(days: {
	readonly from: CivilDate;
	readonly to: CivilDate;
}): Promise<CircularWithDeadlines[]> {
	const { rows } = await sql<CircularWithDeadlines>`
		select c.id, c.deadlines from circular c
		where c.state = 'published'
			and not exists (select from circular n
				where n.corrects = c.id and n.state in ('sending', 'published'))
			and exists (select from jsonb_array_elements(c.deadlines) as d
				where d->>'date' between ${days.from} and ${days.to})`.execute(db());
	return rows;
}

/** All of them, or one account when it is one of them. */
export async function recipientsOfCircular(id: string, only: string | null): Promise<string[]> {
	const rows = await db()
		.selectFrom('circular_recipient')
		.select('account_id')
		.where('circular_id', '=', id)
		.$if(only !== null, (query) => query.where('account_id', '=', only!))
		.execute();
	return rows.map((row) => row.account_id);
}
