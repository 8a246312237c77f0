import { errorText } from '$lib/ui/text/errors';
import type { Result } from '$lib/core/shared';
import { app } from '$lib/server/app';
import { importProgress, importReport, receiveImport, startImport } from '$lib/server/institution';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { CommandRefused, type ImportClient } from './import-client';

function unwrap<T>(result: Result<T>): T {
	if (!result.ok) throw new CommandRefused(errorText(result.error));
	return result.value;
}

export async function localClient(): Promise<ImportClient> {
	const { imports, log, close } = await app('stderr');
	return {
		send: async (path, { validateOnly }) => {
			const body = createReadStream(path);
			const { id } = unwrap(await receiveImport({ fileName: basename(path), body }, imports));
			startImport({ id, validateOnly }, { ...imports, log });
			return id;
		},
		progress: async (id) => unwrap(await importProgress({ id })),
		report: async (id) => unwrap(await importReport({ id })),
		close
	};
}
