/** The worker that draws pages, as the screen calls it. */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { trustedScriptUrl } from '../../shared';
import workerUrl from './capture.worker.ts?worker&url';
import type {
	CaptureAnswer,
	CaptureRequest,
	OpenedPhoto,
	PageEdits,
	RenderedPage
} from './protocol';

export class Studio {
	readonly #worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });

	#ask<T>(request: CaptureRequest): Promise<Result<T>> {
		return new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = ({ data }: MessageEvent<CaptureAnswer>) => {
				port1.close();
				resolve(
					data.ok ? ok(data.value as T) : fail(appError('documents.unreadable-photo', 'validation'))
				);
			};
			this.#worker.postMessage(request, [port2]);
		});
	}

	open = (page: number, file: Blob) => this.#ask<OpenedPhoto>({ kind: 'open', page, file });
	render = (page: number, edits: PageEdits, mostBytes: number) =>
		this.#ask<RenderedPage>({ kind: 'render', page, edits, mostBytes });
	bind = (pages: readonly number[]) => this.#ask<Uint8Array<ArrayBuffer>>({ kind: 'bind', pages });
	forget = (page: number) => this.#ask<null>({ kind: 'forget', page });

	close(): void {
		this.#worker.terminate();
	}
}
