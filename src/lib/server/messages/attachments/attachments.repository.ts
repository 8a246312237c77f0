import type { SessionUser } from '$lib/core/identity';
import type { Attachment } from '$lib/core/messages';
import { sql, type RawBuilder } from 'kysely';
import { db } from '../../db';
import type { AttachmentTable } from './attachments.tables';

/** Those of a row of another query, as phones receive them. */
export const attachmentsJson = (column: 'circular_id' | 'message_id', id: RawBuilder<unknown>) =>
	sql<Attachment[]>`(select coalesce(jsonb_agg(jsonb_build_object(
			'id', f.id, 'name', f.name, 'bytes', f.bytes, 'pages', f.pages) order by f.added_at, f.id), '[]')
		from attachment f where ${sql.ref(`f.${column}`)} = ${id})`;

export const attachmentsOfCircular = (circular: string): Promise<Attachment[]> =>
	db()
		.selectFrom('attachment')
		.select(['id', 'name', 'bytes', 'pages'])
		.where('circular_id', '=', circular)
		.orderBy('added_at')
		.orderBy('id')
		.execute();

export async function insertAttachment(attachment: AttachmentTable): Promise<void> {
	await db().insertInto('attachment').values(attachment).execute();
}

export async function deleteAttachment(id: string, circular: string): Promise<void> {
	await db()
		.deleteFrom('attachment')
		.where('id', '=', id)
		.where('circular_id', '=', circular)
		.execute();
}

/**
 * Its name, for those it is meant for: who received the circular, the person of the exchange, and the
 * service that writes to them. It does not exist for anybody else.
 */
export async function attachmentFor(
	{ id: user, role, academie, departement }: SessionUser,
	id: string
): Promise<{ name: string } | null> {
	const isStaff = sql`${role === 'gestionnaire'}::boolean`;
	const { rows } = await sql<{ name: string }>`
		select f.name from attachment f
		left join circular c on c.id = f.circular_id
		left join thread_message m on m.id = f.message_id
		left join thread t on t.id = m.thread_id
		where f.id = ${id}::uuid and (
			t.account_id = ${user}::uuid
			or exists (select from circular_recipient r
				where r.circular_id = c.id and r.account_id = ${user}::uuid)
			or ${isStaff} and c.academie_code = ${academie}
			or ${isStaff} and t.academie_code = ${academie}
				and (${departement}::text is null or t.departement = ${departement}::text)
		)`.execute(db());
	return rows[0] ?? null;
}

export const attachmentExists = async (id: string): Promise<boolean> =>
	(await db().selectFrom('attachment').select('id').where('id', '=', id).executeTakeFirst()) !==
	undefined;

/** Sealed under a key that is no longer the one in use. */
export const attachmentsUnderOldKeys = (inUse: string): Promise<{ id: string }[]> =>
	db().selectFrom('attachment').select('id').where('key_id', '<>', inUse).execute();

export const setAttachmentKey = (id: string, keyId: string) =>
	db().updateTable('attachment').set({ key_id: keyId }).where('id', '=', id).execute();
