/** What the tests of sign-in, activation and recovery share: a clock they move, a browser, the mail. */
import { uuidv7, type Result } from '$lib/core/shared';
import { db } from '$lib/server/db';
import type { Client, SignInStep } from '$lib/server/identity';
import { randomBytes } from 'node:crypto';

process.env['NUMEN_KEY'] ??= '0'.repeat(64);

const START = new Date('2026-11-22T10:00:00Z');
let now = START;

export const deps = {
	clock: { now: () => now },
	newId: () => uuidv7(Date.now(), randomBytes(10))
};

export const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
export const resetClock = () => (now = START);

export const aBrowser = (over: Partial<Client> = {}): Client => ({
	address: '192.0.2.1',
	device: 'Firefox sur Linux',
	deviceToken: null,
	sessionId: null,
	...over
});

/** Messages waiting for an address, oldest first. */
export async function mailTo(address: string) {
	const rows = await db()
		.selectFrom('mail_message')
		.select(['template', 'data'])
		.where('recipient', '=', address)
		.orderBy('created_at')
		.execute();
	return rows as { template: string; data: { code?: string; what?: string } }[];
}

export async function lastCodeTo(address: string): Promise<string> {
	const code = (await mailTo(address)).findLast((mail) => mail.data.code)?.data.code;
	if (!code) throw new Error(`no code was sent to ${address}`);
	return code;
}

/** The session that a right password opened at once. */
export function entered(result: Result<SignInStep>) {
	if (!result.ok) throw new Error(result.error.code);
	if (result.value.next !== 'session') throw new Error('a second factor is asked for');
	return result.value;
}

/** `ok`, or the code of the refusal. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);
