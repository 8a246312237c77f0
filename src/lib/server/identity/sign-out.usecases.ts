import type { SessionUser } from '$lib/core/identity';
import { unitOfWork } from '../db';
import { noteEvent } from './note-event';
import { closeSession } from './sessions';
import type { Client, IdentityDeps } from './client';

export async function signOut(
	command: { user: SessionUser; sessionId: string; client: Client },
	deps: IdentityDeps
): Promise<void> {
	const { user, sessionId, client } = command;
	await unitOfWork(async () => {
		await closeSession(sessionId);
		await noteEvent({ kind: 'sign-out', accountId: user.id, client }, deps);
	});
}
