import { sql } from 'kysely';
import { db } from '../db';

export async function insertContests(
	requestId: string,
	lines: readonly { readonly rule: string; readonly grounds: string }[],
	at: Date
): Promise<void> {
	await sql`
		insert into mobility_contest (request_id, rule, grounds, at)
		select ${requestId}::uuid, rule, grounds, ${at}
		from unnest(${lines.map(({ rule }) => rule)}::text[],
			${lines.map(({ grounds }) => grounds)}::text[]) as line (rule, grounds)
		on conflict do nothing`.execute(db());
}

export const contestsOf = (requestId: string) =>
	db()
		.selectFrom('mobility_contest')
		.select(['rule', 'grounds', 'at', 'accepted', 'answer'])
		.where('request_id', '=', requestId)
		.orderBy('rule')
		.execute();

export async function answerContest(
	requestId: string,
	rule: string,
	given: { accepted: boolean; answer: string; by: string; at: Date }
): Promise<void> {
	const { accepted, answer, by, at } = given;
	await db()
		.updateTable('mobility_contest')
		.set({ accepted, answer, answered_by: by, answered_at: at })
		.where('request_id', '=', requestId)
		.where('rule', '=', rule)
		.execute();
}
