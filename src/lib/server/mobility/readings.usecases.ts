/**
 * Opening somebody's file: for a task of the queue or a typed reason, written to the journal its
 * owner reads. The file then stays open to that reader for a while.
 */
import type { SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { db, unitOfWork } from '../db';
import { recordFileRead } from '../identity';
import type { MobilityDeps } from './mobility-deps';
import { findRequest, type StoredRequest } from './requests.repository';

const OPEN_FOR_MS = 60 * 60_000;

const isOpenTo = async (user: SessionUser, requestId: string, at: Date): Promise<boolean> => {
	const row = await db()
		.selectFrom('mobility_reading')
		.select('opened_at')
		.where('request_id', '=', requestId)
		.where('account_id', '=', user.id)
		.executeTakeFirst();
	return row !== undefined && at.getTime() - row.opened_at.getTime() < OPEN_FOR_MS;
};

async function inPerimeter(user: SessionUser, id: string): Promise<StoredRequest | null> {
	const request = await findRequest(id);
	return request?.academie === user.academie ? request : null;
}

export function openFile(
	command: { readonly user: SessionUser; readonly id: string; readonly purpose: string },
	deps: MobilityDeps
): Promise<Result<void>> {
	const { user, id, purpose } = command;
	return unitOfWork(async () => {
		const request = await inPerimeter(user, id);
		if (!request) return fail(appError('http.not-found', 'not-found'));
		const agentId = request.agentId ?? request.accountId;
		const read = await recordFileRead({ reader: user, agentId, purpose }, deps);
		if (!read.ok) return read;
		const at = { opened_at: deps.clock.now() };
		await db()
			.insertInto('mobility_reading')
			.values({ request_id: id, account_id: user.id, ...at })
			.onConflict((conflict) => conflict.columns(['request_id', 'account_id']).doUpdateSet(at))
			.execute();
		return ok(undefined);
	});
}

/** The request, when this person may read it now. */
export async function readableRequest(
	command: { readonly user: SessionUser; readonly id: string },
	deps: MobilityDeps
): Promise<Result<StoredRequest>> {
	const request = await inPerimeter(command.user, command.id);
	if (!request) return fail(appError('http.not-found', 'not-found'));
	return (await isOpenTo(command.user, request.id, deps.clock.now()))
		? ok(request)
		: fail(appError('mobility.reading-required', 'forbidden'));
}
