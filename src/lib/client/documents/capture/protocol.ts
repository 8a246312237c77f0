/** What the page and the worker that draws say to each other. */
import type { Quad, ReadabilityAdvice, Size } from '$lib/core/documents';

export interface PageEdits {
	/** Corners of the paper on the photograph, from the one that comes top left. */
	readonly quad: Quad;
	readonly contrast: boolean;
}

export type CaptureRequest =
	/** Reads a photograph and gives it back small enough to be shown. */
	| { readonly kind: 'open'; readonly page: number; readonly file: Blob }
	| {
			readonly kind: 'render';
			readonly page: number;
			readonly edits: PageEdits;
			readonly mostBytes: number;
	  }
	| { readonly kind: 'bind'; readonly pages: readonly number[] }
	| { readonly kind: 'forget'; readonly page: number };

export interface OpenedPhoto extends Size {
	readonly preview: Blob;
}
export interface RenderedPage extends Size {
	readonly jpeg: Blob;
	readonly advice: ReadabilityAdvice | null;
}
export type CaptureAnswer =
	| {
			readonly ok: true;
			readonly value: OpenedPhoto | RenderedPage | Uint8Array<ArrayBuffer> | null;
	  }
	| { readonly ok: false; readonly code: string };
