/**
 * Reading someone else's file. Always for a stated purpose, always written to the journal that the
 * person concerned can read; an account that reads too many is stopped.
 */
import { isReason, readsWatch, type SecurityEventKind, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { closeAccount, findPerson } from './account.repository';
import { auditOf } from './audit-of';
import { countFilesRead } from './audit.repository';
import type { IdentityDeps } from './client';
import { hasEventSince, recordSecurityEvent } from './security-events.repository';
import { closeSessionsOf } from './sessions';
import { warnOwner } from './warn-owner';

/** Writes the reading down, or refuses it. To be called before the file is opened. */
export async function recordFileRead(
	command: { reader: SessionUser; agentId: string; purpose: string },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { reader, agentId } = command;
	if (!isReason(command.purpose)) return fail(appError('identity.reason-required', 'validation'));
	const at = deps.clock.now();
	return unitOfWork(async () => {
		await auditOf(reader, { action: 'lecture', agentId, purpose: command.purpose.trim(), at });
		return watchReads(reader, at, deps);
	});
}

async function watchReads(
	reader: SessionUser,
	at: Date,
	deps: IdentityDeps
): Promise<Result<void>> {
	const since = new Date(at.getTime() - readsWatch.windowSeconds * 1000);
	const files = await countFilesRead(reader.id, since);
	if (files >= readsWatch.freezeAt) {
		await ring('account-frozen', reader, at, deps);
		await closeAccount(reader.id, at);
		await closeSessionsOf(reader.id);
		return fail(appError('identity.account-frozen', 'forbidden'));
	}
	if (files < readsWatch.alarmAt) return ok(undefined);
	if (await hasEventSince('reads-alarm', since, reader.id)) return ok(undefined);
	await ring('reads-alarm', reader, at, deps);
	const person = await findPerson(reader.id);
	const what = `Votre compte a ouvert ${files}\u00a0dossiers en une heure.`;
	if (person) await warnOwner(person, what, at);
	return ok(undefined);
}

const ring = (kind: SecurityEventKind, reader: SessionUser, at: Date, deps: IdentityDeps) =>
	recordSecurityEvent({
		id: deps.newId(),
		at,
		kind,
		accountId: reader.id,
		nameDigest: null,
		address: '',
		device: ''
	});
