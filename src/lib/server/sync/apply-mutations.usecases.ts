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
	recordMutation,
	type RecordedMutation
} from './mutations.repository';
import { bumpStream, bury, unbury } from './streams';
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
}

/** What a mutation aims at, once its words are understood. */
interface Aim {
	readonly mutator: Mutator;
	readonly target: SyncTarget;
	readonly mutation: Mutation;
	readonly rowId: string;
	readonly stream: Stream;
}

function aimOf({ user, mutation, targets }: Applying): Aim | null {
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
	{ user, mutation }: Applying,
	aim: Aim | null,
	recorded: RecordedMutation
): Promise<MutationResult> {
	if (recorded.account_id !== user.id) {
		return { id: mutation.id, outcome: 'rejected', code: 'sync.other-user', row: null };
	}
	// The row as it stands now, not as it stood: the phone must not go back in time.
	const row = aim && rowOf(aim, await aim.target.read(user, aim.rowId), 0);
	return answer(mutation.id, recorded, row);
}

/** What was written, and the row as it then stands. */
interface Effect {
	readonly outcome: RecordedMutation['outcome'];
	readonly code: string | null;
	readonly after: StoredRow | null;
}

interface RecordedEffect {
	readonly recorded: RecordedMutation;
	readonly answer: MutationResult;
}

async function writeRow(
	{ user }: Applying,
	{ mutator, mutation, rowId, stream }: Aim,
	target: RowTarget,
	rev: number
): Promise<Effect> {
	const before = await target.read(user, rowId);
	const refusal = target.refuse?.(user) ?? null;
	if (refusal) return { outcome: 'rejected', code: refusal, after: before };
	const decision = decide(mutator, mutation, before?.body ?? null);
	if (decision.outcome === 'nothing-to-do')
		return { outcome: 'applied', code: null, after: before };
	if (decision.outcome === 'rejected') return { ...decision, after: before };
	if (decision.outcome === 'conflict') return { ...decision, code: null, after: before };
	const { body } = decision;
	await target.write(user, rowId, { rev, body });
	if (!body) await bury(stream, target.entity.type, rowId, rev);
	// A row that was there is not among the deleted.
	else if (!before) await unbury(stream, target.entity.type, rowId);
	const written = body && (target.verbatim ? body : (await target.read(user, rowId))!.body);
	return { outcome: 'applied', code: null, after: written && { rev, body: written } };
}

async function perform(
	{ user, at }: Applying,
	{ mutation, rowId }: Aim,
	target: ActTarget,
	rev: number
): Promise<Effect> {
	const { kind, args } = mutation;
	const code = await target.act({ user, kind, args, rowId, rev, at });
	const after = await target.read(user, rowId);
	return { outcome: code === null ? 'applied' : 'rejected', code, after };
}

async function applyNow(command: Applying, aim: Aim, rev: number): Promise<RecordedEffect> {
	const { user, deviceId, mutation } = command;
	const { target, rowId } = aim;
	const { after, ...result } = await ('act' in target
		? perform(command, aim, target, rev)
		: writeRow(command, aim, target, rev));
	const receipt = await recordMutation({ accountId: user.id, deviceId }, mutation, {
		...{ ...result, target: `${target.entity.type} ${rowId}` }
	});
	const recorded = { account_id: user.id, ...result, receipt };
	return { recorded, answer: answer(mutation.id, recorded, rowOf(aim, after, rev)) };
}

/** A kind or words that this server does not understand. */
async function refuse({ user, deviceId, mutation }: Applying): Promise<RecordedEffect> {
	const [code, outcome] = ['sync.unknown-mutation', 'rejected'] as const;
	const by = { accountId: user.id, deviceId };
	const receipt = await recordMutation(by, mutation, { outcome, code, target: '' });
	const recorded = { account_id: user.id, outcome, code, receipt };
	return { recorded, answer: { id: mutation.id, outcome, code, row: null } };
}

async function applyOne(
	command: Applying,
	aim: Aim | null,
	{ known, rev }: { known: Map<string, RecordedMutation>; rev: number }
): Promise<MutationResult> {
	const { id } = command.mutation;
	const recorded = known.get(id);
	if (recorded) return alreadyReceived(command, aim, recorded);
	const done = await (aim ? applyNow(command, aim, rev) : refuse(command));
	// The same mutation may come twice in one request.
	known.set(id, done.recorded);
	return done.answer;
}

export function applyMutations({ mutations, ...by }: ApplyCommand): Promise<MutationResult[]> {
	return unitOfWork(async () => {
		const ids = mutations.map(({ id }) => id);
		await lockMutations(ids);
		const known = await findMutations(ids);
		const aims = mutations.map((mutation) => aimOf({ ...by, mutation }));
		const writes = aims.some((aim, i) => aim && !known.has(ids[i]!));
		const rev = writes ? await bumpStream(`user:${by.user.id}`) : 0;
		const results: MutationResult[] = [];
		for (const [i, mutation] of mutations.entries()) {
			results.push(await applyOne({ ...by, mutation }, aims[i] ?? null, { known, rev }));
		}
		return results;
	});
}
