/** A piece read by a service: never kept, and asked for with the reason its owner will see. */
import { appError, fail, ok, type ErrorCode, type Result } from '$lib/core/shared';

const TIMEOUT_MS = 60_000;

export async function readPiece(id: string, reason: string): Promise<Result<Blob>> {
	try {
		const response = await fetch(`/api/v1/documents/${id}?motif=${encodeURIComponent(reason)}`, {
			...{ redirect: 'error', cache: 'no-store', credentials: 'same-origin' },
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		if (response.ok) return ok(await response.blob());
		const answer = (await response.json()) as { error?: { code?: string } };
		return fail(appError((answer.error?.code ?? 'http.internal') as ErrorCode, 'unavailable'));
	} catch {
		return fail(appError('documents.needs-network', 'unavailable'));
	}
}
