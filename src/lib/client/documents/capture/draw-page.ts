/**
 * One page, in the worker: the photograph is read once, reduced, and kept as pixels only. Nothing of
 * the file itself goes further, so neither do its place, its date nor its device.
 */
import {
	addContrast,
	grayOf,
	pageSize,
	readability,
	straighten,
	type Pixels,
	type Size
} from '$lib/core/documents';
import type { OpenedPhoto, PageEdits, RenderedPage } from './protocol';

/** As fine as 150 points per inch on A4, which reads well and stays light. */
const LONGEST = 1754;
const PREVIEW = 900;
const ADVICE_WIDTH = 500;
const QUALITIES = [0.72, 0.6, 0.48, 0.36, 0.25];

function within({ width, height }: Size, longest: number): Size {
	const scale = Math.min(1, longest / Math.max(width, height));
	return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function canvasOf({ width, height }: Size) {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no canvas');
	return { canvas, context };
}

/** The photograph upright, as its own file says, and reduced. */
export async function readPhoto(file: Blob): Promise<{ photo: Pixels; opened: OpenedPhoto }> {
	const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
	const size = within(bitmap, LONGEST);
	const { canvas, context } = canvasOf(size);
	context.drawImage(bitmap, 0, 0, size.width, size.height);
	bitmap.close();
	const photo = context.getImageData(0, 0, size.width, size.height);
	const small = within(size, PREVIEW);
	const shown = canvasOf(small);
	shown.context.drawImage(canvas, 0, 0, small.width, small.height);
	const preview = await shown.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
	return { photo, opened: { ...size, preview } };
}

async function lightest(canvas: OffscreenCanvas, mostBytes: number): Promise<Blob> {
	let jpeg: Blob | undefined;
	for (const quality of QUALITIES) {
		jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
		if (jpeg.size <= mostBytes) break;
	}
	return jpeg!;
}

export async function drawPage(
	photo: Pixels,
	{ quad, contrast }: PageEdits,
	mostBytes: number
): Promise<RenderedPage> {
	const size = pageSize(quad, LONGEST);
	const data = straighten(photo, quad, size);
	const gray = grayOf(data);
	const advice = readability(...reduced(gray, size));
	if (contrast) addContrast(data, gray);
	const { canvas, context } = canvasOf(size);
	context.putImageData(new ImageData(data as Uint8ClampedArray<ArrayBuffer>, size.width), 0, 0);
	return { ...size, jpeg: await lightest(canvas, mostBytes), advice };
}

/** One point in so many, enough to see a blur. */
function reduced(gray: Uint8Array, { width, height }: Size): [Uint8Array, Size] {
	const step = Math.max(1, Math.round(width / ADVICE_WIDTH));
	const size = { width: Math.floor(width / step), height: Math.floor(height / step) };
	const small = new Uint8Array(size.width * size.height);
	for (let y = 0; y < size.height; y++) {
		for (let x = 0; x < size.width; x++) {
			let sum = 0;
			for (let dy = 0; dy < step; dy++) {
				for (let dx = 0; dx < step; dx++) sum += gray[(y * step + dy) * width + x * step + dx]!;
			}
			small[y * size.width + x] = sum / (step * step);
		}
	}
	return [small, size];
}
