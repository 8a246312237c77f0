/** The queue as a list that leaves the desk: why, proven again, and above a size by two people. */
import { approvalRules, type SessionUser } from '$lib/core/identity';
import { ok, type Result } from '$lib/core/shared';
import { unitOfWork } from '../db';
import {
	allowExport,
	approvalsFor,
	askApproval,
	type ExportCommand,
	type IdentityDeps
} from '../identity';
import { countExportLines, exportLines, type ExportLine } from './desk.queries';

const SUBJECT = 'Liste des dossiers de mutation';

/** What the person has to do before the list is theirs. */
export async function exportTerms(command: { readonly user: SessionUser }, deps: IdentityDeps) {
	const rows = await countExportLines(command.user.academie);
	const { own } = await approvalsFor(command, deps);
	const asked = own.filter(({ kind, subject }) => kind === 'export' && subject === SUBJECT);
	return {
		rows,
		needsSecondPerson: rows > approvalRules.exportRows,
		agreed: asked.find(({ approved }) => approved === true)?.id ?? null,
		waits: asked.some(({ approved }) => approved === null)
	};
}

export const askExport = (
	command: { readonly user: SessionUser; readonly reason: string },
	deps: IdentityDeps
): Promise<Result<{ id: string }>> =>
	askApproval({ ...command, kind: 'export', subject: SUBJECT }, deps);

export const exportQueue = (
	command: Omit<ExportCommand, 'subject' | 'rows'>,
	deps: IdentityDeps
): Promise<Result<readonly ExportLine[]>> =>
	unitOfWork(async () => {
		const lines = await exportLines(command.user.academie);
		const allowed = await allowExport({ ...command, subject: SUBJECT, rows: lines.length }, deps);
		return allowed.ok ? ok(lines) : allowed;
	});
