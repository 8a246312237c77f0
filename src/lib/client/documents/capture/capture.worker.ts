/** Draws pages away from the screen, one after the other, and keeps them until they are bound. */
import type { Pixels } from '$lib/core/documents';
import { bindPages } from './bind-pages';
import { drawPage, readPhoto } from './draw-page';
import type { CaptureAnswer, CaptureRequest, RenderedPage } from './protocol';

const photos = new Map<number, Pixels>();
const rendered = new Map<number, RenderedPage>();

async function answer(request: CaptureRequest): Promise<CaptureAnswer> {
	switch (request.kind) {
		case 'open': {
			const { photo, opened } = await readPhoto(request.file);
			photos.set(request.page, photo);
			return { ok: true, value: opened };
		}
		case 'render': {
			const photo = photos.get(request.page)!;
			const page = await drawPage(photo, request.edits, request.mostBytes);
			rendered.set(request.page, page);
			return { ok: true, value: page };
		}
		case 'bind':
			return { ok: true, value: await bindPages(request.pages.map((page) => rendered.get(page)!)) };
		case 'forget':
			photos.delete(request.page);
			rendered.delete(request.page);
			return { ok: true, value: null };
	}
}

let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data, ports }: MessageEvent<CaptureRequest>) => {
	last = last
		.then(() => answer(data))
		.catch((): CaptureAnswer => ({ ok: false, code: 'documents.unreadable-photo' }))
		.then((said) => ports[0]?.postMessage(said));
});
