import { app } from '$lib/server/app';
import { respond } from '$lib/server/http';
import { receiveImport, startImport } from '$lib/server/institution';

/** Receives the file; its validation and its application go on after the answer. */
export const POST = async ({ request, url }) => {
	const { imports, log } = await app();
	const fileName = decodeURIComponent(request.headers.get('x-file-name') ?? 'agents.csv');
	const body = request.body ?? new Blob().stream();
	const received = await receiveImport({ fileName, body }, imports);
	if (received.ok) {
		const validateOnly = url.searchParams.has('controle');
		startImport({ id: received.value.id, validateOnly }, { ...imports, log });
	}
	return respond(received, 202);
};
