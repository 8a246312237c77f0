/** Straight scales: from values to places on a drawing. */
type Range = readonly [number, number];

export const scaleOf =
	([low, high]: Range, [from, to]: Range) =>
	(value: number): number =>
		from + (high === low ? 0.5 : (value - low) / (high - low)) * (to - from);

/** Round values at even steps, about `count` intervals, the first and last around all of `values`. */
export function roundTicks(values: readonly number[], count: number): number[] {
	const [min, max] = [Math.min(...values), Math.max(...values)];
	// A value that never changes still needs a height to be drawn at.
	const wanted = (max - min || Math.abs(max) / 10 || 1) / count;
	const unit = 10 ** Math.floor(Math.log10(wanted));
	const step = unit * ([1, 2, 5].find((times) => times * unit >= wanted) ?? 10);
	const first = Math.floor(min / step);
	const last = Math.max(Math.ceil(max / step), first + 1);
	return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
