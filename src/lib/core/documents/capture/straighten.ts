/** Pixels of a straight page, drawn from those of the photograph. RGBA, row by row. */
import { pageToPaper, type Quad, type Size } from './page-geometry';

export interface Pixels extends Size {
	readonly data: Uint8ClampedArray;
}

/** Each point of the page takes the mean of the four points around where it falls on the paper. */
export function straighten(photo: Pixels, quad: Quad, { width, height }: Size): Uint8ClampedArray {
	const [a, b, c, d, e, f, g, h] = pageToPaper({ width, height }, quad);
	const page = new Uint8ClampedArray(width * height * 4);
	const { data, width: stride } = photo;
	const [lastX, lastY] = [photo.width - 1.001, photo.height - 1.001];
	let out = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const w = g * x + h * y + 1;
			const px = Math.min(Math.max((a * x + b * y + c) / w, 0), lastX);
			const py = Math.min(Math.max((d * x + e * y + f) / w, 0), lastY);
			const [x0, y0] = [px | 0, py | 0];
			const [fx, fy] = [px - x0, py - y0];
			const at = (y0 * stride + x0) * 4;
			const below = at + stride * 4;
			for (let channel = 0; channel < 3; channel++) {
				const top = data[at + channel]! + (data[at + 4 + channel]! - data[at + channel]!) * fx;
				const low =
					data[below + channel]! + (data[below + 4 + channel]! - data[below + channel]!) * fx;
				page[out + channel] = top + (low - top) * fy;
			}
			page[out + 3] = 255;
			out += 4;
		}
	}
	return page;
}

/** Luminance of each point, 0 to 255. */
export function grayOf(data: Uint8ClampedArray): Uint8Array {
	const gray = new Uint8Array(data.length / 4);
	for (let i = 0, at = 0; i < gray.length; i++, at += 4) {
		gray[i] = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
	}
	return gray;
}

/** The luminances below which lie `low` and `high` of the points. */
function levels(gray: Uint8Array, low: number, high: number): readonly [number, number] {
	const counts = new Uint32Array(256);
	for (const value of gray) counts[value]!++;
	const at = (share: number) => {
		let left = gray.length * share;
		let level = 0;
		while (level < 255 && (left -= counts[level]!) > 0) level++;
		return level;
	};
	return [at(low), at(high)];
}

/** Darkens the ink and whitens the paper, in place; colours keep their balance. */
export function addContrast(data: Uint8ClampedArray, gray: Uint8Array): void {
	const [dark, light] = levels(gray, 0.02, 0.75);
	// An image already flat would only have its noise drawn.
	if (light - dark < 24) return;
	const table = new Uint8ClampedArray(256);
	for (let level = 0; level < 256; level++) table[level] = ((level - dark) * 255) / (light - dark);
	for (let at = 0; at < data.length; at += 4) {
		data[at] = table[data[at]!]!;
		data[at + 1] = table[data[at + 1]!]!;
		data[at + 2] = table[data[at + 2]!]!;
	}
}
