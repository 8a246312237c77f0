/**
 * Opening someone else's file: within one's perimeter, for a task that concerns that person or for a
 * reason one types. The person concerned reads who and why within the minute.
 */
import { can, type SessionUser } from '$lib/core/identity';
import { appError, fail, type Result } from '$lib/core/shared';
import type { IdentityDeps } from './client';
import { recordFileRead } from './file-reads.usecases';
import { scopeOfAgent } from './profile.queries';

/** A piece of work a room has given to a function, and whom it concerns. */
export interface Task {
	readonly agentId: string;
	/** What the person will read: « Contrôle du barème, campagne 2027 ». */
	readonly label: string;
}

export interface OpenFileDeps extends IdentityDeps {
	/** The room's own task, or null: it exists, is not done, and is this person's to do. */
	readonly taskOf?: (id: string, user: SessionUser) => Promise<Task | null>;
}

export interface OpenFileCommand {
	readonly user: SessionUser;
	readonly agentId: string;
	readonly why: { readonly taskId: string } | { readonly reason: string };
}

/** Writes the reading down, or refuses it: to be called before anything of the file is read. */
export async function openFile(
	command: OpenFileCommand,
	deps: OpenFileDeps
): Promise<Result<void>> {
	const { user, agentId, why } = command;
	const nothing = () => fail(appError('http.not-found', 'not-found'));
	const scope = await scopeOfAgent(agentId);
	if (!scope || !can(user, 'file.open', scope)) return nothing();
	if ('reason' in why) {
		return recordFileRead({ reader: user, agentId, purpose: why.reason }, deps);
	}
	const task = (await deps.taskOf?.(why.taskId, user)) ?? null;
	if (task?.agentId !== agentId) return nothing();
	return recordFileRead({ reader: user, agentId, purpose: task.label }, deps);
}
