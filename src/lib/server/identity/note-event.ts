import { addressUnit, type SecurityEventKind } from '$lib/core/identity';
import { recordSecurityEvent } from './security-events.repository';
import type { Client, IdentityDeps } from './client';

/** Adds one line to the security events of an account, or of a name that is nobody's. */
export const noteEvent = (
	event: {
		kind: SecurityEventKind;
		accountId: string | null;
		nameDigest?: string;
		client: Client;
	},
	deps: IdentityDeps
): Promise<void> =>
	recordSecurityEvent({
		id: deps.newId(),
		at: deps.clock.now(),
		kind: event.kind,
		accountId: event.accountId,
		nameDigest: event.nameDigest ?? null,
		address: addressUnit(event.client.address),
		device: event.client.device
	});
