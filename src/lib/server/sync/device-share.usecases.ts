/**
 * The server's half of what opens a phone. Invariant: under a code, the share leaves the server only
 * for the right one, at most ten wrong ones are ever examined, and the tenth destroys it. The code
 * itself never comes here: the phone sends a value derived from it, of which a keyed digest is kept.
 */
import { CODE_TRIES, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { DeviceShare, UnlockAnswer } from '$lib/core/sync';
import { timingSafeEqual } from 'node:crypto';
import { unitOfWork } from '../db';
import { keyedDigest, openSecret, sealSecret } from '../identity';
import {
	dropOwnShare,
	dropShare,
	findOwnShare,
	forgetTries,
	putShare,
	takeTry
} from './device-share.repository';
import { seeDevice } from './devices.usecases';

const PURPOSE = 'device-share';
const digestOf = (device: string, verifier: string): string =>
	keyedDigest('device-code', `${device} ${verifier}`);

interface KeepCommand extends DeviceShare {
	readonly device: string;
	readonly label: string;
}

/** Keeps a device's share; what the former one opened can be opened no more. */
export function keepShare(user: SessionUser, command: KeepCommand): Promise<Result<null>> {
	const { device, label, share, verifier } = command;
	return unitOfWork(async () => {
		await seeDevice(user, { id: device, label, mode: verifier === null ? 'clear' : 'code' });
		const kept = await putShare(
			{ id: device, accountId: user.id },
			{
				share: sealSecret(PURPOSE, device, share),
				verifier_digest: verifier === null ? null : digestOf(device, verifier)
			}
		);
		return kept ? ok(null) : fail(appError('http.not-found', 'not-found'));
	});
}

/** For a device without a code: its owner's session is enough. */
export async function readShare(user: SessionUser, device: string): Promise<UnlockAnswer> {
	const found = await findOwnShare({ id: device, accountId: user.id });
	if (!found) return { outcome: 'gone' };
	return { outcome: 'opened', share: openSecret(PURPOSE, device, found.share) };
}

/** Asked without a session, which may have ended: the device alone knows its random id. */
export async function unlockShare(device: string, verifier: string): Promise<UnlockAnswer> {
	// A unit of its own: the count stands whatever happens next.
	const found = await unitOfWork(() => takeTry(device));
	if (!found?.verifier_digest) return { outcome: 'gone' };
	const given = Buffer.from(digestOf(device, verifier));
	if (timingSafeEqual(given, Buffer.from(found.verifier_digest))) {
		await forgetTries(device);
		return { outcome: 'opened', share: openSecret(PURPOSE, device, found.share) };
	}
	const left = CODE_TRIES - found.tries;
	if (left > 0) return { outcome: 'refused', left };
	await dropShare(device);
	return { outcome: 'gone' };
}

/** The person chose another protection, or leaves this device. */
export const forgetShare = (user: SessionUser, device: string): Promise<void> =>
	dropOwnShare({ id: device, accountId: user.id });
