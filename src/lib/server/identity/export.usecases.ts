/** Leaving with many people's data: why, proven again, and above a size by two people. */
import { approvalRules, can, isFresh, isReason, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import { useApproval } from './approvals/approvals.usecases';
import { auditOf } from './audit-of';
import type { IdentityDeps } from './client';

export interface ExportCommand {
	readonly user: SessionUser;
	/** When the session's proof was last given. */
	readonly verifiedAt: Date;
	/** Exactly what is exported, the same as was agreed to. */
	readonly subject: string;
	readonly rows: number;
	readonly reason: string;
	readonly approvalId: string | null;
}

/** To be called before the first row is written, in the unit of work that reads them. */
export async function allowExport(
	command: ExportCommand,
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, subject, rows, reason, approvalId } = command;
	if (!can(user, 'rows.export', { academie: user.academie })) {
		return fail(appError('http.not-found', 'not-found'));
	}
	const at = deps.clock.now();
	if (!isReason(reason)) return fail(appError('identity.reason-required', 'validation'));
	if (!isFresh(command.verifiedAt, at)) {
		return fail(appError('identity.step-up-required', 'forbidden'));
	}
	return unitOfWork(async () => {
		if (rows > approvalRules.exportRows) {
			if (!approvalId) return fail(appError('identity.second-person-required', 'forbidden'));
			const used = await useApproval({ user, id: approvalId, kind: 'export', subject }, deps);
			if (!used.ok) return used;
		}
		const purpose = `${subject}, ${rows} lignes : ${reason.trim()}`;
		await auditOf(user, { action: 'export', purpose, at });
		return ok(undefined);
	});
}
