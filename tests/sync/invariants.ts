/** What must hold whatever happened. Each violation is a sentence; none is the only right answer. */
import type { Body } from '$lib/core/sync';
import { db } from '$lib/server/db';
import { sql } from 'kysely';
import { tally } from './tally';
import type { Ledger } from './ledger';

interface Recorded {
	readonly id: string;
	readonly account_id: string;
	readonly device_id: string;
	readonly ordinal: number;
	readonly kind: string;
	readonly outcome: 'applied' | 'rejected' | 'conflict';
	readonly target: string;
	readonly receipt: number;
}

const recordedBy = async (accountId: string): Promise<Recorded[]> =>
	(
		await sql<Recorded>`
			select * from sync_mutation where account_id = ${accountId} order by receipt`.execute(db())
	).rows;

const serverRows = async (accountId: string): Promise<Map<string, Body>> => {
	const { rows } = await sql<{ key: string; body: Body }>`
		select type || ' ' || id as key, body || jsonb_build_object('version', version) as body
		from personal_row where account_id = ${accountId}
		union all
		select 'career-report ' || id, jsonb_build_object('message', message, 'version', version)
		from career_report where account_id = ${accountId}`.execute(db());
	return new Map(rows.map(({ key, body }) => [key, body]));
};

/** « Envoyé » is only said of what the server has; a phone that has not learnt of a restore may lag. */
export async function falselySent(world: Ledger): Promise<string[]> {
	const { epoch } = await db().selectFrom('installation').select('epoch').executeTakeFirstOrThrow();
	const known = new Set(
		(await recordedBy(world.user.id)).filter((m) => m.outcome === 'applied').map(({ id }) => id)
	);
	const wrong: string[] = [];
	for (const device of world.devices) {
		if ((await device.db.read('epoch')) !== epoch) continue;
		const sent = await device.db.outbox.where({ state: 'sent' }).toArray();
		wrong.push(...sent.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} falsely sent`));
	}
	return wrong;
}

/** What waits is on the screen of the phone it was written on. */
export async function hiddenWrites(world: Ledger): Promise<string[]> {
	const wrong: string[] = [];
	for (const device of world.devices) {
		const waiting = await device.db.outbox.where({ state: 'waiting' }).sortBy('ordinal');
		const last = new Map(waiting.map((entry) => [`${entry.type} ${entry.rowId}`, entry]));
		for (const entry of last.values()) {
			const row = await device.db.rows.get([entry.type, entry.rowId]);
			const body = (row?.body ?? null) as Body | null;
			const shows = entry.kind.endsWith('.delete') ? body === null : body?.version === entry.id;
			// An edit of a row deleted meanwhile, or an addition already there, shows nothing of its own.
			const mayHide = /\.(edit|add)$/.test(entry.kind);
			if (!shows && !mayHide) wrong.push(`${entry.kind} ${entry.id} is hidden`);
		}
	}
	return wrong;
}

async function lostWrites(world: Ledger, recorded: readonly Recorded[]): Promise<string[]> {
	const byId = new Map(recorded.map((mutation) => [mutation.id, mutation]));
	const wrong: string[] = [];
	for (const [id, index] of world.kept) {
		if (world.letGo.has(id)) continue;
		const entry = await world.devices[index]!.db.outbox.where({ id }).first();
		if (!entry) wrong.push(`${id} vanished from its phone`);
		else if (entry.state === 'waiting') wrong.push(`${id} still waits`);
		else if (!byId.has(id)) {
			// A refusal acknowledges nothing: a backup restored since may not know it.
			if (entry.state === 'sent' || !world.restored) {
				wrong.push(`${id} is ${entry.state} and unknown to the server`);
			}
		} else if ((entry.state === 'sent') !== (byId.get(id)!.outcome === 'applied')) {
			wrong.push(`${id} is ${entry.state} on its phone, ${byId.get(id)!.outcome} on the server`);
		} else if (entry.state === 'attention' && !('mine' in entry && 'theirs' in entry)) {
			wrong.push(`${id} does not show both versions`);
		}
	}
	return wrong;
}

function disorder(recorded: readonly Recorded[]): string[] {
	const last = new Map<string, number>();
	const wrong: string[] = [];
	for (const { device_id: device, ordinal, id } of recorded) {
		if (ordinal <= (last.get(device) ?? -1)) wrong.push(`${id} came out of order`);
		last.set(device, ordinal);
	}
	return wrong;
}

/** A second, independent reading of what the accepted writes amount to, in order of receipt. */
function expectedRows(world: Ledger, recorded: readonly Recorded[]): Map<string, Body> | string {
	const rows = new Map<string, Body>();
	for (const { id, kind, target, outcome } of recorded) {
		if (outcome !== 'applied') continue;
		const entry = world.words.get(id);
		if (!entry) return `${id} was never written by anybody`;
		const args = entry.args as Record<string, unknown> & { fields?: object };
		const current = rows.get(target);
		const strict = kind.startsWith('career-note.');
		if (strict && (current?.version ?? null) !== entry.base) return `${id} overwrote a newer note`;
		if (kind.endsWith('.delete')) rows.delete(target);
		else if (kind === 'preferences.record-seen') {
			const seen = String(current?.['recordSeenUntil'] ?? '');
			const until = String(args['until']);
			rows.set(target, { ...current, recordSeenUntil: seen > until ? seen : until, version: id });
		} else if (args.fields) rows.set(target, { ...current, ...args.fields, version: id });
		else if (!kind.endsWith('.add') || !current) {
			rows.set(target, { ...args, ...(kind.endsWith('.add') ? { done: false } : {}), version: id });
		}
	}
	return rows;
}

/** Everything a person could tell apart; the server adds an instant to reports. */
const comparable = (rows: ReadonlyMap<string, Body | null>): string =>
	JSON.stringify(
		[...rows]
			.map(([key, body]) => {
				if (!body) return [key, null];
				const { receivedAt: _r, subject: _s, ...words } = body;
				const report = key.startsWith('career-report');
				return [key, Object.entries(report ? { ...words, id: undefined } : words).sort()];
			})
			.sort()
	);

/** Exchanges that the reports opened: the server alone makes them, so they are told by their names. */
const exchangesOf = async (accountId: string): Promise<string[]> =>
	(
		await sql<{ key: string }>`
			select 'thread ' || id as key from thread where account_id = ${accountId}
			union all
			select 'thread-message ' || id from thread_message where account_id = ${accountId}`.execute(db())
	).rows
		.map(({ key }) => key)
		.sort();

const SERVER_MADE = new Set(['thread', 'thread-message']);

async function differences(world: Ledger, recorded: readonly Recorded[]): Promise<string[]> {
	const server = await serverRows(world.user.id);
	const expected = expectedRows(world, recorded);
	if (typeof expected === 'string') return [expected];
	const wrong: string[] = [];
	if (comparable(server) !== comparable(expected)) {
		wrong.push(`the server holds ${comparable(server)}, its writes make ${comparable(expected)}`);
	}
	const exchanges = String(await exchangesOf(world.user.id));
	for (const [index, device] of world.devices.entries()) {
		const rows = await device.db.rows.toArray();
		const mine = rows.filter(
			({ stream, type }) => stream === `user:${world.user.id}` && type !== 'agent'
		);
		const shown = new Map(
			mine
				.filter(({ type }) => !SERVER_MADE.has(type))
				.map(({ type, id, body }) => [`${type} ${id}`, body as Body | null])
		);
		if (comparable(shown) !== comparable(server)) {
			wrong.push(`phone ${index} shows ${comparable(shown)}, the server ${comparable(server)}`);
		}
		const heard = mine.filter(({ type }) => SERVER_MADE.has(type));
		const names = String(heard.map(({ type, id }) => `${type} ${id}`).sort());
		if (names !== exchanges) wrong.push(`phone ${index} has ${names}, the server ${exchanges}`);
	}
	return wrong;
}

/** To be asked once everything has healed. */
export async function violations(world: Ledger): Promise<string[]> {
	const recorded = await recordedBy(world.user.id);
	for (const { outcome } of recorded) tally(`mutation ${outcome}`);
	const foreign = await recordedBy(world.stranger.id);
	const written = await serverRows(world.stranger.id);
	return [
		...(await lostWrites(world, recorded)),
		...disorder(recorded),
		...(await differences(world, recorded)),
		...(await falselySent(world)),
		...foreign.map(({ id }) => `${id} was applied under another person`),
		...[...written.keys()].map((key) => `${key} was written under another person`)
	];
}
