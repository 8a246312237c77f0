/** Pixels of a straight page, drawn from those of the photograph. RGBA, row by row. */
import { pageToPaper, wholeOf, type Quad, type Size } from './page-geometry';

export interface Pixels extends Size {
	readonly data: Uint8ClampedArray;
}

const isWhole = (photo: Pixels, quad: Quad, { width, height }: Size): boolean =>
	photo.width === width &&
	photo.height === height &&
	wholeOf(photo).every(({ x, y }, at) => quad[at]!.x === x && quad[at]!.y === y);

/** Each point of the page takes the mean of the four points around where it falls on the paper. */
export function straighten(photo: Pixels, quad: Quad, size: Size): Uint8ClampedArray {
	if (isWhole(photo, quad, size)) return photo.data.slice();
	const { width, height } = size;
	const [a, b, c, d, e, f, g, h] = pageToPaper(size, quad);
	const page = new Uint8ClampedArray(width * height * 4);
	const { data, width: stride } = photo;
	const [lastX, lastY] = [photo.width - 1.001, photo.height - 1.001];
	let out = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++, out += 4) {
			const w = 1 / (g * x + h * y + 1);
			const px = Math.min(Math.max((a * x + b * y + c) * w, 0), lastX);
			const py = Math.min(Math.max((d * x + e * y + f) * w, 0), lastY);
			const at = ((py | 0) * stride + (px | 0)) * 4;
			const below = at + stride * 4;
			const right = px - (px | 0);
			const low = py - (py | 0);
			const lowRight = right * low;
			const lowLeft = low - lowRight;
			const topRight = right - lowRight;
			const topLeft = 1 - right - lowLeft;
			for (let channel = 0; channel < 3; channel++) {
				page[out + channel] =
					data[at + channel]! * topLeft +
					data[at + channel + 4]! * topRight +
					data[below + channel]! * lowLeft +
					data[below + channel + 4]! * lowRight;
			}
			page[out + 3] = 255;
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
	const { buffer, byteOffset, length } = data;
	// Four bytes at once: every browser runs where the first of them is the lowest.
	const points = new Uint32Array(buffer, byteOffset, length / 4);
	for (let at = 0; at < points.length; at++) {
		const point = points[at]!;
		const low = table[point & 255]! | (table[(point >> 8) & 255]! << 8);
		points[at] = (point & 0xff000000) | (table[(point >> 16) & 255]! << 16) | low;
	}
}
