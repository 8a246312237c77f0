import type { Role } from '$lib/core/identity';
import type { ThreadSubject } from '$lib/core/messages';
import { sql } from 'kysely';
import { db } from '../../db';
import { attachmentsJson } from '../attachments/attachments.repository';

export interface NewThread {
	readonly id: string;
	readonly accountId: string;
	readonly title: string;
	readonly about: ThreadSubject;
	readonly aboutId: string | null;
	readonly rev: number;
	readonly version: string | null;
}

/** The service that answers is that of the person's académie, and of their school's département. */
export async function insertThread(thread: NewThread): Promise<void> {
	const { id, accountId, title, about, aboutId, rev, version } = thread;
	await sql`
		insert into thread (id, account_id, academie_code, departement, title, about, about_id, rev, version)
		select ${id}, a.id, a.academie_code, coalesce(e.departement, a.departement), ${title}, ${about},
			${aboutId}, ${rev}, ${version}::uuid
		from account a
		left join agent g on g.id = a.agent_id
		left join establishment e on e.uai = coalesce(g.uai, a.uai)
		where a.id = ${accountId}::uuid`.execute(db());
}

export interface NewMessage {
	readonly id: string;
	readonly threadId: string;
	readonly text: string;
	readonly pieces: readonly string[];
	/** Null for the person's own. */
	readonly author: { readonly id: string; readonly name: string } | null;
	readonly rev: number;
	readonly version: string | null;
}

/** @returns false when there is no such exchange, or it is somebody else's */
export async function insertMessage(accountId: string, message: NewMessage): Promise<boolean> {
	const { id, threadId, text, pieces, author, rev, version } = message;
	const { rows } = await sql`
		insert into thread_message (id, thread_id, account_id, text, pieces, from_service, author_id,
			author_name, rev, version)
		select ${id}, t.id, t.account_id, ${text}, ${[...pieces]}::uuid[], ${author !== null}::boolean, ${author?.id ?? null}::uuid,
			${author?.name ?? null}, ${rev}, ${version}::uuid
		from thread t where t.id = ${threadId}::uuid and t.account_id = ${accountId}::uuid
		returning id`.execute(db());
	return rows.length > 0;
}

export async function setClosed(id: string, closed: boolean, rev: number): Promise<void> {
	await sql`
		update thread set closed_at = ${closed ? sql`now()` : sql`null`}, rev = ${rev}
		where id = ${id}::uuid and (closed_at is not null) <> ${closed}::boolean`.execute(db());
}

/** Where a member of staff looks: their académie, and their département when they have one. */
export interface Perimeter {
	readonly academie: string;
	readonly departement: string | null;
}

const within = ({ academie, departement }: Perimeter) => sql`
	t.academie_code = ${academie}
	and (${departement}::text is null or t.departement = ${departement}::text)`;

export interface ListedThread {
	readonly id: string;
	readonly title: string;
	readonly about: ThreadSubject;
	readonly person: string;
	readonly lastAt: Date;
	/** The last word is the person's. */
	readonly waiting: boolean;
	readonly closed: boolean;
}

/** Those that wait for an answer first, then the latest. */
export async function listThreads(perimeter: Perimeter, limit = 200): Promise<ListedThread[]> {
	const { rows } = await sql<ListedThread>`
		select t.id, t.title, t.about, a.first_name || ' ' || a.last_name as person,
			l.sent_at as "lastAt", not l.from_service and t.closed_at is null as waiting,
			t.closed_at is not null as closed
		from thread t join account a on a.id = t.account_id
		cross join lateral (select m.sent_at, m.from_service from thread_message m
			where m.thread_id = t.id order by m.sent_at desc limit 1) l
		where ${within(perimeter)}
		order by waiting desc, l.sent_at desc limit ${limit}`.execute(db());
	return rows;
}

export interface FoundThread {
	readonly id: string;
	readonly accountId: string;
	readonly agentId: string | null;
	readonly title: string;
	readonly about: ThreadSubject;
	readonly aboutId: string | null;
	readonly person: string;
	readonly closedAt: Date | null;
}

export async function findThread(id: string, perimeter: Perimeter): Promise<FoundThread | null> {
	const { rows } = await sql<FoundThread>`
		select t.id, t.account_id as "accountId", a.agent_id as "agentId", t.title, t.about,
			t.about_id as "aboutId",
			a.first_name || ' ' || a.last_name as person, t.closed_at as "closedAt"
		from thread t join account a on a.id = t.account_id
		where t.id = ${id}::uuid and ${within(perimeter)}`.execute(db());
	return rows[0] ?? null;
}

export const messagesOf = (threadId: string) =>
	db()
		.selectFrom('thread_message')
		.select(['id', 'text', 'pieces', 'from_service as fromService', 'author_name as author'])
		.select('sent_at as sentAt')
		.select(attachmentsJson('message_id', sql.ref('thread_message.id')).as('attachments'))
		.where('thread_id', '=', threadId)
		.orderBy('sent_at')
		.orderBy('id')
		.execute();

export interface UntoldMessage {
	readonly id: string;
	readonly threadId: string;
	readonly accountId: string;
	readonly fromService: boolean;
	readonly from: string;
	readonly academie: string;
	readonly departement: string | null;
}

/** Messages of which the other side has not been told, taken by this unit of work alone. */
export async function takeUntold(limit: number): Promise<UntoldMessage[]> {
	const { rows } = await sql<UntoldMessage>`
		with taken as (
			select m.id from thread_message m where m.told_at is null
			order by m.sent_at limit ${limit} for update skip locked
		)
		update thread_message m set told_at = now()
		from taken, thread t, account a
		where m.id = taken.id and t.id = m.thread_id and a.id = t.account_id
		returning m.id, t.id as "threadId", t.account_id as "accountId",
			m.from_service as "fromService", t.academie_code as academie, t.departement,
			coalesce(m.author_name, a.first_name || ' ' || a.last_name) as "from"`.execute(db());
	return rows;
}

/** The staff who answer for these people. */
export async function staffOf({ academie, departement }: Perimeter): Promise<string[]> {
	const role: Role = 'gestionnaire';
	const { rows } = await sql<{ id: string }>`
		select id from account a
		where a.role = ${role} and a.disabled_at is null and a.academie_code = ${academie}
			and (a.departement is null or ${departement}::text is null
				or a.departement = ${departement}::text)`.execute(db());
	return rows.map(({ id }) => id);
}
