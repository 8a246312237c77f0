import type { CircularDraft, CircularState } from '$lib/core/messages';
import { sql } from 'kysely';
import { db } from '../db';

const columns = [
	'id',
	'academie_code as academie',
	'author_id as authorId',
	'author_name as authorName',
	'kind',
	'title',
	'body',
	'read_before as readBefore',
	'deadlines',
	'audience',
	'corrects',
	'state',
	'publish_at as publishAt',
	'published_at as publishedAt',
	'approved_by as approvedBy',
	'updated_at as updatedAt'
] as const;

export const findCircular = (id: string) =>
	db().selectFrom('circular').select(columns).where('id', '=', id).executeTakeFirst();

export type StoredCircular = NonNullable<Awaited<ReturnType<typeof findCircular>>>;

/** The same, kept from changing until the end of the unit of work. */
export const lockCircular = (id: string) =>
	db().selectFrom('circular').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

export interface ListedCircular {
	readonly id: string;
	readonly title: string;
	readonly kind: StoredCircular['kind'];
	readonly state: CircularState;
	readonly publishAt: Date | null;
	readonly publishedAt: Date | null;
	readonly recipients: number;
	readonly read: number;
}

/** Those of an académie, last changed first, with how many were reached and have read. */
export async function listCirculars(academie: string, limit = 100): Promise<ListedCircular[]> {
	const { rows } = await sql<ListedCircular>`
		select c.id, c.title, c.kind, c.state, c.publish_at as "publishAt",
			c.published_at as "publishedAt", count(r.account_id) as recipients,
			count(r.read_at) as read
		from circular c left join circular_recipient r on r.circular_id = c.id
		where c.academie_code = ${academie}
		group by c.id order by c.updated_at desc limit ${limit}`.execute(db());
	return rows;
}

export async function readingsOf(id: string): Promise<{ recipients: number; read: number }> {
	const { rows } = await sql<{ recipients: number; read: number }>`
		select count(*) as recipients, count(read_at) as read
		from circular_recipient where circular_id = ${id}::uuid`.execute(db());
	return rows[0]!;
}

export interface NewCircular {
	readonly id: string;
	readonly academie: string;
	readonly authorId: string;
	readonly authorName: string;
	readonly corrects: string | null;
	readonly at: Date;
}

const stored = ({ kind, title, body, readBefore, deadlines, audience }: CircularDraft) => ({
	...{ kind, title, body, read_before: readBefore },
	deadlines: JSON.stringify(deadlines),
	audience: JSON.stringify(audience)
});

export async function insertCircular(circular: NewCircular, draft: CircularDraft): Promise<void> {
	const { id, academie, authorId, authorName, corrects, at } = circular;
	await db()
		.insertInto('circular')
		.values({
			...{ id, corrects, ...stored(draft), updated_at: at },
			...{ academie_code: academie, author_id: authorId, author_name: authorName },
			...{ publish_at: null, published_at: null, approved_by: null }
		})
		.execute();
}

export async function updateDraft(id: string, draft: CircularDraft, at: Date): Promise<void> {
	await db()
		.updateTable('circular')
		.set({ ...stored(draft), updated_at: at })
		.where('id', '=', id)
		.execute();
}

export async function setState(
	id: string,
	state: CircularState,
	more: { publishAt?: Date | null; publishedAt?: Date; approvedBy?: string; at: Date }
): Promise<void> {
	const { publishAt, publishedAt, approvedBy, at } = more;
	await db()
		.updateTable('circular')
		.set({
			...{ state, updated_at: at },
			...(publishAt !== undefined && { publish_at: publishAt }),
			...(publishedAt && { published_at: publishedAt }),
			...(approvedBy && { approved_by: approvedBy })
		})
		.where('id', '=', id)
		.execute();
}
