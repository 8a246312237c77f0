import {
	normaliseRecoveryCode,
	recoveryCodeAlphabet,
	RECOVERY_CODE_LENGTH,
	RECOVERY_CODES,
	writtenRecoveryCode
} from '$lib/core/identity';
import { sql } from 'kysely';
import { randomInt } from 'node:crypto';
import { db } from '../db';
import { keyedDigest } from './keyed-digest';

const digest = (accountId: string, code: string) =>
	keyedDigest('recovery-code', `${accountId}:${normaliseRecoveryCode(code)}`);

const newRecoveryCode = () =>
	Array.from(
		{ length: RECOVERY_CODE_LENGTH },
		() => recoveryCodeAlphabet[randomInt(recoveryCodeAlphabet.length)]
	).join('');

/** Replaces every earlier code and returns the new ones, shown once. */
export async function makeRecoveryCodes(accountId: string): Promise<string[]> {
	const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
	await db().deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
	await db()
		.insertInto('recovery_code')
		.values(
			codes.map((code) => ({
				account_id: accountId,
				digest: digest(accountId, code),
				used_at: null
			}))
		)
		.execute();
	return codes.map(writtenRecoveryCode);
}

/** True once per code. */
export async function useRecoveryCode(accountId: string, code: string, at: Date): Promise<boolean> {
	const row = await db()
		.updateTable('recovery_code')
		.set({ used_at: at })
		.where('account_id', '=', accountId)
		.where('digest', '=', digest(accountId, code))
		.where('used_at', 'is', null)
		.returning('digest')
		.executeTakeFirst();
	return row !== undefined;
}

export async function countRecoveryCodes(accountId: string): Promise<number> {
	const row = await db()
		.selectFrom('recovery_code')
		.select(sql<number>`count(*)`.as('left'))
		.where('account_id', '=', accountId)
		.where('used_at', 'is', null)
		.executeTakeFirstOrThrow();
	return row.left;
}
