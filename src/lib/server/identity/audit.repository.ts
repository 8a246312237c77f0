/**
 * The journal: who read or did what, sealed line by line. Each hash covers the line and the hash
 * before it, so a line changed, removed or slipped in breaks every later one; the writers take the
 * head in turn, so the order is the order of the commits.
 */
import type { Role } from '$lib/core/identity';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { db, unitOfWork } from '../db';

export interface AuditLine {
	readonly at: Date;
	readonly actorId: string;
	readonly actorFunction: Role;
	readonly actorService: string;
	readonly action: string;
	readonly agentId: string | null;
	readonly purpose: string;
}

const seal = (previous: string, seq: number, line: AuditLine): string => {
	const { at, actorId, actorFunction, actorService, action, agentId, purpose } = line;
	const content = [
		at.toISOString(),
		actorId,
		actorFunction,
		actorService,
		action,
		agentId,
		purpose
	];
	return createHash('sha256')
		.update(JSON.stringify([previous, seq, ...content]))
		.digest('hex');
};

export const appendAudit = (line: AuditLine): Promise<void> =>
	unitOfWork(async () => {
		const head = await db()
			.selectFrom('audit_head')
			.select(['seq', 'hash'])
			.forUpdate()
			.executeTakeFirstOrThrow();
		const seq = head.seq + 1;
		const hash = seal(head.hash, seq, line);
		await db()
			.insertInto('audit_entry')
			.values({
				seq,
				at: line.at,
				actor_id: line.actorId,
				actor_function: line.actorFunction,
				actor_service: line.actorService,
				action: line.action,
				agent_id: line.agentId,
				purpose: line.purpose,
				hash
			})
			.execute();
		await db().updateTable('audit_head').set({ seq, hash }).execute();
	});

const PAGE = 1000;

/** Reads the whole journal again; `brokenAt` is the first line that does not hold. */
export async function verifyAudit(): Promise<{ lines: number; brokenAt: number | null }> {
	let previous = '';
	let seq = 0;
	for (;;) {
		const rows = await db()
			.selectFrom('audit_entry')
			.selectAll()
			.where('seq', '>', seq)
			.orderBy('seq')
			.limit(PAGE)
			.execute();
		for (const row of rows) {
			const line: AuditLine = {
				at: row.at,
				actorId: row.actor_id,
				actorFunction: row.actor_function,
				actorService: row.actor_service,
				action: row.action,
				agentId: row.agent_id,
				purpose: row.purpose
			};
			seq += 1;
			if (row.seq !== seq || row.hash !== seal(previous, seq, line)) {
				return { lines: seq, brokenAt: seq };
			}
			previous = row.hash;
		}
		if (rows.length < PAGE) break;
	}
	const head = await db().selectFrom('audit_head').selectAll().executeTakeFirstOrThrow();
	const whole = head.seq === seq && head.hash === previous;
	return { lines: seq, brokenAt: whole ? null : seq + 1 };
}

/** Who read or changed someone's file, latest first. */
export const readersOf = (agentId: string, limit = 200) =>
	db()
		.selectFrom('audit_entry')
		.select(['seq', 'at', 'actor_function', 'actor_service', 'action', 'purpose'])
		.where('agent_id', '=', agentId)
		.orderBy('seq', 'desc')
		.limit(limit)
		.execute();

/** How many different files an account has opened since a date. */
export async function countFilesRead(actorId: string, since: Date): Promise<number> {
	const row = await db()
		.selectFrom('audit_entry')
		.select(sql<number>`count(distinct agent_id)`.as('files'))
		.where('actor_id', '=', actorId)
		.where('at', '>=', since)
		.executeTakeFirstOrThrow();
	return row.files;
}
