import { describe, expect, test } from 'vitest';
import {
	addContrast,
	grayOf,
	isPage,
	pageSize,
	pageToPaper,
	project,
	readability,
	straighten,
	turned,
	wholeOf,
	type Quad
} from '.';

const quad: Quad = [
	{ x: 100, y: 80 },
	{ x: 500, y: 120 },
	{ x: 470, y: 700 },
	{ x: 60, y: 640 }
];

/** A page of text as a phone sees it: lines of dark strokes on a paper, under some light. */
function pageOf({ ink = 40, paper = 220, blur = 0, lines = true } = {}) {
	const [width, height] = [400, 500];
	const sharp = new Float64Array(width * height).fill(paper);
	if (lines) {
		for (let y = 40; y < 460; y += 12) {
			for (let x = 30; x < 370; x++) {
				if (x % 5 < 2) for (let row = 0; row < 6; row++) sharp[(y + row) * width + x] = ink;
			}
		}
	}
	const gray = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			let sum = 0;
			let count = 0;
			for (let dx = -blur; dx <= blur; dx++) {
				for (let dy = -blur; dy <= blur; dy++) {
					const value = sharp[(y + dy) * width + x + dx];
					if (value === undefined) continue;
					sum += value;
					count++;
				}
			}
			gray[y * width + x] = sum / count;
		}
	}
	return { gray, size: { width, height } };
}

describe('a paper seen at an angle', () => {
	test('has its corners at the corners of the page', () => {
		const size = pageSize(quad, 2000);
		const projection = pageToPaper(size, quad);
		wholeOf(size).forEach((corner, index) => {
			const found = project(projection, corner);
			expect(found.x).toBeCloseTo(quad[index]!.x, 6);
			expect(found.y).toBeCloseTo(quad[index]!.y, 6);
		});
	});

	test('gives a page within the size asked for', () => {
		expect(Math.max(...Object.values(pageSize(quad, 300)))).toBe(300);
		expect(pageSize(wholeOf({ width: 40, height: 60 }), 1000)).toEqual({ width: 40, height: 60 });
	});

	test('is a page only when its corners go round', () => {
		expect(isPage(quad)).toBe(true);
		expect(isPage([quad[0], quad[2], quad[1], quad[3]])).toBe(false);
	});

	test('comes back to itself after four quarter turns', () => {
		expect([1, 2, 3, 4].reduce((corners) => turned(corners), quad)).toEqual(quad);
		expect(isPage(turned(quad))).toBe(true);
		const { width, height } = pageSize(quad, 400);
		expect(pageSize(turned(quad), 400)).toEqual({ width: height, height: width });
	});

	test('photographed whole and straight is kept point for point, the photograph left as it was', () => {
		const size = { width: 3, height: 2 };
		const photo = { ...size, data: Uint8ClampedArray.from({ length: 24 }, (_, at) => at * 10) };
		const page = straighten(photo, wholeOf(size), size);
		expect(page).toEqual(photo.data);
		page.fill(0);
		expect(photo.data[5]).toBe(50);
	});

	test('is drawn straight: a mark near a corner of the paper is near that corner of the page', () => {
		const photo = { width: 600, height: 800, data: new Uint8ClampedArray(600 * 800 * 4).fill(255) };
		for (let y = 82; y < 96; y++) {
			for (let x = 102; x < 116; x++) photo.data.fill(0, (y * 600 + x) * 4, (y * 600 + x) * 4 + 3);
		}
		const size = pageSize(quad, 400);
		const gray = grayOf(straighten(photo, quad, size));
		const dark = [...gray.keys()].filter((at) => gray[at]! < 60);
		expect(dark.length).toBeGreaterThan(20);
		for (const at of dark) {
			expect(at % size.width).toBeLessThan(20);
			expect(Math.floor(at / size.width)).toBeLessThan(20);
		}
	});
});

describe('contrast', () => {
	test('whitens the paper and darkens the ink', () => {
		const { gray } = pageOf({ ink: 90, paper: 150 });
		const data = new Uint8ClampedArray(gray.length * 4);
		gray.forEach((value, at) => data.fill(value, at * 4, at * 4 + 4));
		addContrast(data, gray);
		const after = grayOf(data).toSorted();
		expect(after.at(0)).toBeLessThan(10);
		expect(after.at(-1)).toBeGreaterThan(240);
	});

	test('leaves an empty page as it is', () => {
		const data = new Uint8ClampedArray(400).fill(200);
		addContrast(data, grayOf(data));
		expect(data.every((value) => value === 200)).toBe(true);
	});
});

describe('what is advised about a page', () => {
	test.each([
		['readable', {}, null],
		['readable in a dim light', { paper: 130, ink: 30 }, null],
		['blurred', { blur: 4 }, 'blurred'],
		['too dark', { paper: 60, ink: 10 }, 'dark'],
		['empty', { lines: false }, 'empty']
	])('%s', (_name, page, advice) => {
		const { gray, size } = pageOf(page);
		expect(readability(gray, size)).toBe(advice);
	});
});
