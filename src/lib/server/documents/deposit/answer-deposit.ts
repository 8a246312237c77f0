/** The upload server of this process, with what a person may begin. */
import type { SessionUser } from '$lib/core/identity';
import type { DocumentsDeps } from '../documents-deps';
import { bytesOf } from '../documents.repository';
import { depositServer, type DepositServer } from './deposit-server';
import { limitsOf } from './receive-deposit.usecases';

const TOO_LARGE = 413;
const TOO_MANY = 429;

const servers = new WeakMap<DocumentsDeps, DepositServer>();

function serverFor(deps: DocumentsDeps): DepositServer {
	const refuse = async (user: SessionUser, bytes: number): Promise<number | null> => {
		const { maxBytes, quotaBytes, maxUploads } = await limitsOf(user);
		if (bytes > maxBytes || (await bytesOf(user.id)) + bytes > quotaBytes) return TOO_LARGE;
		return (await deps.deposits.countOf(user.id)) >= maxUploads ? TOO_MANY : null;
	};
	return depositServer({ folder: deps.deposits, clock: deps.clock, refuse });
}

export function answerDeposit(
	request: Request,
	user: SessionUser,
	deps: DocumentsDeps
): Promise<Response> {
	let server = servers.get(deps);
	if (!server) servers.set(deps, (server = serverFor(deps)));
	return server(request, user);
}
