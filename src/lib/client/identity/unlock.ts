/** The person opens their phone again. */
import { appError, fail, ok, type AppError, type Result } from '$lib/core/shared';
import { personIn } from '$lib/core/identity';
import { LocalDatabase, type KnownPerson } from '../db';
import { device } from './device';
import { halvesOf, secretOf } from './keys/code';
import { unwrapKey } from './keys/derive';
import { secretOfPasskey } from './keys/passkey';
import { ringOf } from './keys/ring';
import { isRevoked, unlockShare } from './keys/share';
import { unlocked } from './keys/unlocked';
import { forgetEverything } from './local-session';

export interface LockedPhone {
	readonly protection: 'passkey' | 'code';
	/** What has been written here and not sent, whatever it is. */
	readonly unsent: number;
}

const knownPerson = async (): Promise<KnownPerson | null> => {
	const id = personIn(document.cookie);
	return id === null ? null : ((await device.people.get(id)) ?? null);
};

/** Counted by what stays readable of a write: that it waits. */
async function countUnsent({ database }: KnownPerson): Promise<number> {
	const raw = new LocalDatabase(database);
	const count = await raw.outbox.where('state').anyOf('waiting', 'attention').count();
	raw.close();
	return count;
}

/** What is locked here, or null when nothing is. Erases a device that was revoked meanwhile. */
export async function lockedPhone(): Promise<LockedPhone | null> {
	const known = await knownPerson();
	if (!known || known.lock.protection === 'clear') return null;
	void isRevoked(known.device).then(async (revoked) => {
		if (!revoked) return;
		await forgetEverything();
		location.assign('/');
	});
	return { protection: known.lock.protection, unsent: await countUnsent(known) };
}

function openWith(known: KnownPerson, secret: Uint8Array, wrapped: Uint8Array): Result<null> {
	const key = unwrapKey(secret, wrapped, known.database);
	if (!key) return fail(appError('identity.lock-damaged', 'internal'));
	unlocked.set(known.database, ringOf(key, 'key'));
	return ok(null);
}

export async function unlockWithPasskey(): Promise<Result<null>> {
	const known = await knownPerson();
	if (known?.lock.protection !== 'passkey') return ok(null);
	const secret = await secretOfPasskey(known.lock);
	return secret.ok ? openWith(known, secret.value, known.lock.wrapped) : secret;
}

export type CodeRefusal = AppError & { readonly left?: number };

export async function unlockWithCode(code: string): Promise<Result<null, CodeRefusal>> {
	const known = await knownPerson();
	if (known?.lock.protection !== 'code') return ok(null);
	const { verifier, half } = await halvesOf(code, known.lock.salt);
	const answer = await unlockShare(known.device, verifier);
	if (!answer.ok) return fail(appError('identity.unlock-needs-network', 'unavailable'));
	const { value } = answer;
	if (value.outcome === 'opened')
		return openWith(known, secretOf(half, value.share), known.lock.wrapped);
	if (value.outcome === 'gone') return fail(appError('identity.lock-spent', 'forbidden'));
	return fail({ ...appError('identity.wrong-phone-code', 'validation'), left: value.left });
}
