/** Asked with the network only: a promise to erase is made by the server, not by a queue. */
import { appError, fail, ok, type ErrorCode, type Result } from '$lib/core/shared';
import type { LocalSession } from '../identity';
import { fetchJson } from '../http';

export async function askForErasure(
	{ sync }: Pick<LocalSession, 'sync'>,
	id: string,
	reason: string
): Promise<Result<null>> {
	const url = `/api/v1/documents/${id}/effacement`;
	const asked = await fetchJson(fetch.bind(globalThis), url, { method: 'POST', body: { reason } });
	if (asked.ok) {
		await sync.run();
		return ok(null);
	}
	const code = asked.error.kind === 'refused' ? asked.error.code : 'documents.needs-network';
	return fail(appError(code as ErrorCode, 'unavailable'));
}
