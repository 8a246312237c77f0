/**
 * The end of a deposit: the bytes are all here and are the phone's own, so they are sealed, and the
 * person has their receipt. What the file holds is looked at afterwards. Repeating it changes nothing.
 */
import {
	checkDeposit,
	limitsIn,
	typeOf,
	type Deposit,
	type DepositLimits,
	type DocumentState
} from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, parisDate, type Result } from '$lib/core/shared';
import { documentsReference as reference } from '$lib/data/documents';
import { createHash } from 'node:crypto';
import { unitOfWork } from '../../db';
import { academieSettings } from '../../institution';
import { enqueue } from '../../jobs';
import { checkQueue } from '../check.queue';
import type { DocumentsDeps } from '../documents-deps';
import { bytesOf, findDocument, insertDocument, type DocumentRow } from '../documents.repository';
import { wasErased } from '../erasure-ledger';
import { atMost } from '../limit';

/** What the phone keeps: the server has these very bytes. */
export interface DepositReceipt {
	readonly id: string;
	readonly sha256: string;
	readonly state: DocumentState;
}

const receiptOf = ({ id, sha256, state }: DocumentRow): DepositReceipt => ({ id, sha256, state });

/** Pieces in memory at the same time, each twice: as received and sealed. */
const inMemory = atMost(4);

export const limitsOf = async (user: SessionUser): Promise<DepositLimits> =>
	limitsIn(await academieSettings(user.academie));

/** The row a version takes the place of: of the same kind, and the person's own. */
async function replacedBy(user: SessionUser, { replaces, type }: Deposit) {
	if (!replaces) return null;
	const row = await findDocument(replaces);
	return row?.account_id === user.id && row.type === type ? row : undefined;
}

export async function receiveDeposit(
	command: { user: SessionUser; upload: string; deposit: unknown },
	deps: DocumentsDeps
): Promise<Result<DepositReceipt>> {
	const { user, upload } = command;
	const limits = await limitsOf(user);
	const today = parisDate(deps.clock.now());
	const checked = checkDeposit(command.deposit, { reference, limits, today });
	if (!checked.ok) return checked;
	const deposit = checked.value;

	const known = await findDocument(deposit.id);
	if (known) {
		const same = known.account_id === user.id && known.sha256 === deposit.sha256;
		if (!same) return fail(appError('documents.invalid-deposit', 'conflict'));
		await deps.deposits.remove(upload);
		return ok(receiptOf(known));
	}
	const replaced = await replacedBy(user, deposit);
	if (replaced === undefined) return fail(appError('documents.not-found', 'not-found'));
	if (await wasErased(deps.store, deposit.id)) {
		return fail(appError('documents.invalid-deposit', 'conflict'));
	}
	const note = await deps.deposits.note(upload);
	if (note?.accountId !== user.id) return fail(appError('documents.not-found', 'not-found'));
	return inMemory(() => keep(command, deposit, replaced, deps));
}

async function keep(
	{ user, upload }: { user: SessionUser; upload: string },
	deposit: Deposit,
	replaced: DocumentRow | null,
	deps: DocumentsDeps
): Promise<Result<DepositReceipt>> {
	const bytes = await deps.deposits.read(upload);
	const digest = createHash('sha256').update(bytes).digest('hex');
	if (bytes.length !== deposit.bytes || digest !== deposit.sha256) {
		await deps.deposits.remove(upload);
		return fail(appError('documents.damaged-transfer', 'conflict'));
	}
	const { quotaBytes } = await limitsOf(user);
	if ((await bytesOf(user.id)) + bytes.length > quotaBytes) {
		return fail(appError('documents.quota', 'forbidden'));
	}
	const medical = typeOf(reference, deposit.type)!.medical;
	const keyId = await deps.vault.put({ id: deposit.id, medical }, bytes);
	const row = {
		...{
			id: deposit.id,
			account_id: user.id,
			academie_code: user.academie,
			type: deposit.type,
			name: deposit.name
		},
		...{ issued_on: deposit.issuedOn, ends_on: deposit.endsOn, medical },
		...{ state: 'checking' as const, refusal: null, pages: null },
		...{ sha256: deposit.sha256, bytes: bytes.length, key_id: keyId },
		...{ version: (replaced?.version ?? 0) + 1, replaces: deposit.replaces },
		deposited_at: deps.clock.now()
	};
	await unitOfWork(async () => {
		await insertDocument(row);
		await enqueue(checkQueue, { document: deposit.id });
	});
	await deps.deposits.remove(upload);
	return ok({ id: row.id, sha256: row.sha256, state: row.state });
}
