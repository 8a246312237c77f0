import type { ImportReport } from '$lib/core/institution';
import type { ImportProgress } from '$lib/server/institution';
import type { Control } from '$lib/server/control';
import { errorText } from '$lib/ui/text/errors';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { CommandRefused, type ImportClient } from './import-client';

/** Speaks to the server on this machine, which alone may open its embedded database. */
export function serverClient({ port, token }: Control): ImportClient {
	const authorization = `Bearer ${token}`;

	async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
		const url = `http://127.0.0.1:${port}/api/v1/imports${path}`;
		const headers = { ...init.headers, authorization };
		const response = await fetch(url, { ...init, headers }).catch(() => {
			throw new CommandRefused(
				`Le serveur ne répond plus sur le port ${port}. Relancez la commande\u00a0: l’import reprendra.`
			);
		});
		const body = (await response.json()) as T & { error?: { code: `${string}.${string}` } };
		if (!response.ok) throw new CommandRefused(errorText(body.error ?? { code: 'http.internal' }));
		return body;
	}

	return {
		send: async (path, { validateOnly }) => {
			const { id } = await call<{ id: string }>(validateOnly ? '?controle' : '', {
				method: 'POST',
				headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(basename(path)) },
				body: await openAsBlob(path)
			});
			return id;
		},
		progress: (id) => call<ImportProgress>(`/${id}`),
		report: (id) => call<ImportReport>(`/${id}/rapport`),
		close: async () => {}
	};
}
