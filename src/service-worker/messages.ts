/** What pages may ask of the worker. */
export function listenToMessages(worker: ServiceWorkerGlobalScope): void {
	worker.addEventListener('message', ({ data }) => {
		// Sent at the person's tap on « Mettre à jour », once their drafts are kept.
		if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void worker.skipWaiting();
	});
}
