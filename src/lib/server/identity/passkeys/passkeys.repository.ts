import { db } from '../../db';

export interface NewPasskey {
	readonly id: string;
	readonly accountId: string;
	readonly publicKey: Uint8Array;
	readonly counter: number;
	readonly transports: readonly string[];
	readonly label: string;
	readonly at: Date;
}

export async function insertPasskey(passkey: NewPasskey): Promise<void> {
	await db()
		.insertInto('passkey')
		.values({
			id: passkey.id,
			account_id: passkey.accountId,
			public_key: Buffer.from(passkey.publicKey).toString('base64url'),
			counter: passkey.counter,
			transports: passkey.transports.join(' '),
			label: passkey.label,
			created_at: passkey.at,
			last_used_at: null
		})
		.execute();
}

export const findPasskey = (id: string) =>
	db()
		.selectFrom('passkey as p')
		.innerJoin('account as a', 'a.id', 'p.account_id')
		.select(['p.id', 'p.account_id', 'p.public_key', 'p.counter', 'a.role'])
		.where('p.id', '=', id)
		.where('a.disabled_at', 'is', null)
		.executeTakeFirst();

export const listPasskeys = (accountId: string) =>
	db()
		.selectFrom('passkey')
		.select(['id', 'label', 'transports', 'created_at', 'last_used_at'])
		.where('account_id', '=', accountId)
		.orderBy('created_at')
		.execute();

export async function touchPasskey(id: string, counter: number, at: Date): Promise<void> {
	await db()
		.updateTable('passkey')
		.set({ counter, last_used_at: at })
		.where('id', '=', id)
		.execute();
}

export async function deletePasskey(id: string, accountId: string): Promise<boolean> {
	const row = await db()
		.deleteFrom('passkey')
		.where('id', '=', id)
		.where('account_id', '=', accountId)
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}
