/** Whether a page can be read, told before it is sent. It advises and never refuses. */
import type { Size } from './page-geometry';

export type ReadabilityAdvice = 'blurred' | 'dark' | 'empty';

/** Below, the strokes of a text are spread over several points. */
const LEAST_SHARPNESS = 60;
const LEAST_LIGHT = 70;
/** Share of the points that differ from the paper around them. */
const LEAST_INK = 0.0015;
const INK_STEP = 24;

/** @param gray a page reduced to some 500 points wide, where a blur that hinders reading still shows */
export function readability(gray: Uint8Array, { width, height }: Size): ReadabilityAdvice | null {
	let light = 0;
	for (const value of gray) light += value;
	light /= Math.max(1, gray.length);

	let edges = 0;
	let edgePoints = 0;
	for (let y = 1; y < height - 1; y++) {
		for (let x = 1; x < width - 1; x++) {
			const at = y * width + x;
			const around = gray[at - 1]! + gray[at + 1]! + gray[at - width]! + gray[at + width]!;
			const curve = around - 4 * gray[at]!;
			if (Math.abs(curve) < INK_STEP) continue;
			edges += Math.abs(curve);
			edgePoints++;
		}
	}
	// Nothing else can be told of a page in the dark.
	if (light < LEAST_LIGHT) return 'dark';
	const ink = contrastPoints(gray, { width, height }) / Math.max(1, gray.length);
	if (ink < LEAST_INK) return 'empty';
	return edgePoints === 0 || edges / edgePoints < LEAST_SHARPNESS ? 'blurred' : null;
}

/** Points clearly darker than the paper eight points away, whatever the light falling on it. */
function contrastPoints(gray: Uint8Array, { width, height }: Size): number {
	const FAR = 8;
	let count = 0;
	for (let y = 0; y < height; y++) {
		for (let x = FAR; x < width - FAR; x++) {
			const at = y * width + x;
			const paper = Math.max(gray[at - FAR]!, gray[at + FAR]!);
			if (paper - gray[at]! > INK_STEP) count++;
		}
	}
	return count;
}
