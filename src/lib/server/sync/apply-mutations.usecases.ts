/**
 * Mutations of one person, in one transaction. Invariant: their effects and their records are committed
 * together, so that whatever is repeated, lost or killed in between, each happens once and always gets
 * the same answer. What one request brings shares a head of the stream; a failure undoes it all, and the
 * caller then gives them one by one.
 */
import type { SessionUser } from '$lib/core/identity';
import type { Mutator, Stream } from '$lib/core/shared';
import {
	decide,
	mutatorOf,
	type Mutation,
	type MutationResult,
	type ServerRow
} from '$lib/core/sync';
import * as v from 'valibot';
import { unitOfWork } from '../db';
import {
	findMutations,
	lockMutations,
	recordMutations,
	type NewRecord,
	type RecordedMutation
} from './mutations.repository';
import { KeptRows } from './kept-rows';
import { bumpStream } from './streams';
import type { ActTarget, RowTarget, StoredRow, SyncTarget } from './sync-target';

interface Bringing {
	readonly user: SessionUser;
	readonly deviceId: string;
	readonly targets: readonly SyncTarget[];
	/** The server's own time. */
	readonly at: Date;
}

export interface ApplyCommand extends Bringing {
	readonly mutations: readonly Mutation[];
}

/** One of them. */
interface Applying extends Bringing {
	readonly mutation: Mutation;
	/** Head of the person's stream, to stamp on what is written. */
	readonly rev: number;
	readonly rows: KeptRows;
}

/** What a mutation aims at, once its words are understood. */
interface Aim {
	readonly mutator: Mutator;
	readonly target: SyncTarget;
	readonly mutation: Mutation;
	readonly rowId: string;
	readonly stream: Stream;
}

function aimOf({ user, targets }: Bringing, mutation: Mutation): Aim | null {
	const mutator = mutatorOf(mutation.kind);
	const target = targets.find(({ entity }) => entity.type === mutator?.entity.type);
	if (!mutator || !target) return null;
	const args = v.safeParse(mutator.args, mutation.args);
	if (!args.success) return null;
	const rowId = mutator.idOf(args.output);
	return {
		...{ mutator, target, rowId, stream: `user:${user.id}` },
		mutation: { ...mutation, args: args.output }
	};
}

const rowOf = (
	{ target, rowId, stream }: Aim,
	stored: StoredRow | null,
	rev: number
): ServerRow => ({
	...{ type: target.entity.type, id: rowId, stream },
	rev: stored?.rev ?? rev,
	body: stored?.body ?? null
});

/** A receipt a person can read out: `C-0001-234`. */
function receiptText(receipt: number): string {
	const digits = String(receipt).padStart(7, '0');
	return `C-${digits.slice(0, -3)}-${digits.slice(-3)}`;
}

function answer(
	id: string,
	{ outcome, code, receipt }: Omit<RecordedMutation, 'account_id'>,
	row: ServerRow | null
): MutationResult {
	if (outcome === 'applied' && row) return { id, outcome, receipt: receiptText(receipt), row };
	if (outcome === 'conflict' && row) return { id, outcome, row };
	return { id, outcome: 'rejected', code: code ?? 'sync.unknown-mutation', row };
}

async function alreadyReceived(
	{ user, mutation, rows }: Applying,
	aim: Aim | null,
	recorded: RecordedMutation
): Promise<MutationResult> {
	if (recorded.account_id !== user.id) {
		return { id: mutation.id, outcome: 'rejected', code: 'sync.other-user', row: null };
	}
	if (!aim) return answer(mutation.id, recorded, null);
	// The row as it stands now, not as it stood: the phone must not go back in time.
	const { target, rowId } = aim;
	const stored = await ('act' in target ? target.read(user, rowId) : rows.read(target, rowId));
	return answer(mutation.id, recorded, rowOf(aim, stored, 0));
}

/** What was written, and the row as it then stands. */
interface Effect {
	readonly outcome: RecordedMutation['outcome'];
	readonly code: string | null;
	readonly after: StoredRow | null;
}

async function writeRow(
	{ user, rows }: Applying,
	{ mutator, mutation, rowId }: Aim,
	target: RowTarget
): Promise<Effect> {
	const before = await rows.read(target, rowId);
	const refusal = target.refuse?.(user) ?? null;
	if (refusal) return { outcome: 'rejected', code: refusal, after: before };
	const decision = decide(mutator, mutation, before?.body ?? null);
	if (decision.outcome === 'nothing-to-do')
		return { outcome: 'applied', code: null, after: before };
	if (decision.outcome === 'rejected') return { ...decision, after: before };
	if (decision.outcome === 'conflict') return { ...decision, code: null, after: before };
	const after = await rows.write(target, rowId, decision.body);
	return { outcome: 'applied', code: null, after };
}

async function perform(
	{ user, at, rev, rows }: Applying,
	{ mutation, rowId }: Aim,
	target: ActTarget
): Promise<Effect> {
	await rows.flush();
	const { kind, args } = mutation;
	const code = await target.act({ user, kind, args, rowId, rev, at });
	const after = await target.read(user, rowId);
	return { outcome: code === null ? 'applied' : 'rejected', code, after };
}

/** What became of a mutation, before it has its receipt. */
interface Applied {
	readonly record: NewRecord;
	readonly row: ServerRow | null;
}

async function applyNow(command: Applying, aim: Aim | null): Promise<Applied> {
	const { mutation } = command;
	if (!aim) {
		// A kind or words that this server does not understand.
		const code = 'sync.unknown-mutation';
		return { record: { mutation, outcome: 'rejected', code, target: '' }, row: null };
	}
	const { target, rowId } = aim;
	const { outcome, code, after } = await ('act' in target
		? perform(command, aim, target)
		: writeRow(command, aim, target));
	return {
		record: { mutation, outcome, code, target: `${target.entity.type} ${rowId}` },
		row: rowOf(aim, after, command.rev)
	};
}

export function applyMutations({ mutations, ...by }: ApplyCommand): Promise<MutationResult[]> {
	return unitOfWork(async () => {
		const stream: Stream = `user:${by.user.id}`;
		const ids = mutations.map(({ id }) => id);
		await lockMutations(ids);
		const known = await findMutations(ids);
		const aims = mutations.map((mutation) => aimOf(by, mutation));
		const writes = aims.some((aim, i) => aim && !known.has(ids[i]!));
		const rev = writes ? await bumpStream(stream) : 0;
		const rows = new KeptRows(by.user, stream, rev);
		const answers = new Map<string, MutationResult>();
		const applied = new Map<string, Applied>();
		for (const [i, mutation] of mutations.entries()) {
			const { id } = mutation;
			const [aim, command] = [aims[i] ?? null, { ...by, mutation, rev, rows }];
			const recorded = known.get(id);
			if (recorded) answers.set(id, await alreadyReceived(command, aim, recorded));
			// The same mutation may come twice in one request.
			else if (!applied.has(id)) applied.set(id, await applyNow(command, aim));
		}
		await rows.flush();
		const records = [...applied.values()].map(({ record }) => record);
		const receipts = await recordMutations({ accountId: by.user.id, ...by }, records);
		for (const [id, { record, row }] of applied) {
			answers.set(id, answer(id, { ...record, receipt: receipts.get(id)! }, row));
		}
		return ids.map((id) => answers.get(id)!);
	});
}
