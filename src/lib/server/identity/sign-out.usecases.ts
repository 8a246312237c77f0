import { addressUnit, type SessionUser } from '$lib/core/identity';
import { unitOfWork } from '../db';
import { recordSecurityEvent } from './security-events.repository';
import { closeSession } from './sessions';
import type { Client, SignInDeps } from './sign-in.usecases';

export async function signOut(
	command: { user: SessionUser; sessionId: string; client: Client },
	deps: SignInDeps
): Promise<void> {
	await unitOfWork(async () => {
		await closeSession(command.sessionId);
		await recordSecurityEvent({
			id: deps.newId(),
			at: deps.clock.now(),
			kind: 'sign-out',
			accountId: command.user.id,
			nameDigest: null,
			address: addressUnit(command.client.address),
			device: command.client.device
		});
	});
}
