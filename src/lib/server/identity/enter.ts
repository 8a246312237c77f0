import { opensSession, type Factor, type Role } from '$lib/core/identity';
import { unitOfWork } from '../db';
import type { Client, IdentityDeps } from './client';
import { newDeviceToken, rememberDevice } from './known-devices.repository';
import { noteEvent } from './note-event';
import { closeSession, openSession } from './sessions';

export interface SignedIn {
	readonly account: { id: string; role: Role };
	readonly sessionId: string;
	readonly deviceToken: string;
}

/**
 * Opens a new session for a proven person; the one their browser held ends. The only way in: whatever
 * came before, a weak proof stops here for those who read other people’s files.
 */
export async function enter(
	command: { account: { id: string; role: Role }; factor: Factor; client: Client },
	deps: IdentityDeps
): Promise<SignedIn> {
	const { account, factor, client } = command;
	if (!opensSession(account.role, factor)) throw new Error(`${factor} opens no session here`);
	const at = deps.clock.now();
	const deviceToken = client.deviceToken ?? newDeviceToken();
	return unitOfWork(async () => {
		if (client.sessionId) await closeSession(client.sessionId);
		await rememberDevice({
			id: deps.newId(),
			accountId: account.id,
			token: deviceToken,
			label: client.device,
			at
		});
		await noteEvent({ kind: 'sign-in', accountId: account.id, client }, deps);
		const sessionId = await openSession(account, { factor, at, device: client.device });
		return { account: { id: account.id, role: account.role }, sessionId, deviceToken };
	});
}
