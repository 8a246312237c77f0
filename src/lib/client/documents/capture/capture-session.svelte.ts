/**
 * A piece being prepared on the screen: its pages in order, each with its corners, its turns and its
 * contrast, or one PDF taken as it is. Pages are drawn by the worker; the screen only keeps pictures.
 */
import { turned, wholeOf, type Quad, type Size } from '$lib/core/documents';
import { appError, fail, ok, type AppError, type Result } from '$lib/core/shared';
import type { RenderedPage } from './protocol';
import { Studio } from './studio';

/** A page reads well and travels well under this weight. */
const LIGHT_PAGE = 380_000;
/** What the PDF adds around its pages. */
const FRAME = 20_000;

export interface CapturedPage {
	readonly id: number;
	readonly size: Size;
	/** Address of the photograph, to crop on. */
	readonly photo: string;
	readonly quad: Quad;
	readonly contrast: boolean;
	/** Null while it is drawn. */
	readonly page: (RenderedPage & { readonly url: string }) | null;
}

export class CaptureSession {
	pages = $state.raw<readonly CapturedPage[]>([]);
	/** A PDF chosen as it is. */
	file = $state.raw<File | null>(null);
	/** Photographs being read. */
	opening = $state(0);
	/** Pages made ready for the PDF, null while none is being made. */
	bound = $state<number | null>(null);
	#studio: Studio | null = null;
	#nextId = 1;

	get isEmpty(): boolean {
		return this.pages.length === 0 && this.file === null;
	}

	get isDrawing(): boolean {
		return this.opening > 0 || this.pages.some(({ page }) => page === null);
	}

	/** @returns why the first of those that could not be read was not */
	async add(files: readonly Blob[]): Promise<AppError | null> {
		const [first] = files;
		if (first?.type === 'application/pdf' && first instanceof File) {
			this.clear();
			this.file = first;
			return null;
		}
		this.file = null;
		let problem: AppError | null = null;
		for (const file of files) problem ??= await this.#open(file);
		return problem;
	}

	async #open(file: Blob): Promise<AppError | null> {
		const id = this.#nextId++;
		this.opening++;
		const opened = await this.#drawing().open(id, file);
		this.opening--;
		if (!opened.ok) return opened.error;
		const { preview, ...size } = opened.value;
		const photo = URL.createObjectURL(preview);
		const page = { id, size, photo, quad: wholeOf(size), contrast: true, page: null };
		this.pages = [...this.pages, page];
		await this.#draw(id);
		return null;
	}

	turn = (id: number) => this.#change(id, ({ quad }) => ({ quad: turned(quad) }));
	crop = (id: number, quad: Quad) => this.#change(id, () => ({ quad }));
	setContrast = (id: number, contrast: boolean) => this.#change(id, () => ({ contrast }));

	/** One place towards the beginning (-1) or the end (1). */
	move(id: number, by: -1 | 1): void {
		const from = this.pages.findIndex((page) => page.id === id);
		const to = from + by;
		if (from < 0 || to < 0 || to >= this.pages.length) return;
		this.pages = this.pages.with(from, this.pages[to]!).with(to, this.pages[from]!);
	}

	remove(id: number): void {
		const gone = this.pages.find((page) => page.id === id);
		if (!gone) return;
		this.pages = this.pages.filter((page) => page.id !== id);
		this.#release(gone);
		void this.#drawing().forget(id);
	}

	/** The piece as one PDF within the limit. */
	async bind(maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
		if (this.file) return ok(new Uint8Array(await this.file.arrayBuffer()));
		const share = Math.floor((maxBytes - FRAME) / Math.max(1, this.pages.length));
		for (const [index, { id, page }] of this.pages.entries()) {
			this.bound = index;
			if (!page || page.jpeg.size > share) await this.#draw(id, Math.min(share, LIGHT_PAGE));
		}
		const bound = await this.#drawing().bind(this.pages.map(({ id }) => id));
		this.bound = null;
		if (!bound.ok || bound.value.length <= maxBytes) return bound;
		return fail(appError('documents.too-many-bytes', 'too-large'));
	}

	clear(): void {
		this.pages.forEach((page) => this.#release(page));
		this.pages = [];
		this.file = null;
		this.#studio?.close();
		this.#studio = null;
	}

	#drawing(): Studio {
		return (this.#studio ??= new Studio());
	}

	#change(
		id: number,
		change: (page: CapturedPage) => Partial<Pick<CapturedPage, 'quad' | 'contrast'>>
	): Promise<void> {
		this.pages = this.pages.map((page) => (page.id === id ? { ...page, ...change(page) } : page));
		return this.#draw(id);
	}

	async #draw(id: number, mostBytes = LIGHT_PAGE): Promise<void> {
		const asked = this.pages.find((page) => page.id === id);
		if (!asked) return;
		const { quad, contrast } = asked;
		const drawn = await this.#drawing().render(id, { quad, contrast }, mostBytes);
		const now = this.pages.find((page) => page.id === id);
		// Changed or removed meanwhile: a later drawing is on its way.
		if (!drawn.ok || now?.quad !== quad || now.contrast !== contrast) return;
		if (now.page) URL.revokeObjectURL(now.page.url);
		const page = { ...drawn.value, url: URL.createObjectURL(drawn.value.jpeg) };
		this.pages = this.pages.map((one) => (one.id === id ? { ...one, page } : one));
	}

	#release({ photo, page }: CapturedPage): void {
		URL.revokeObjectURL(photo);
		if (page) URL.revokeObjectURL(page.url);
	}
}
