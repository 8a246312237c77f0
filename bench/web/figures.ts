/** A figure, its limit, and the table that compares them. */
export interface Figure {
	readonly page: string;
	readonly name: string;
	readonly value: number;
	readonly limit: number;
	/** `most`: the value must not exceed the limit; `least`: it must reach it. */
	readonly kind: 'most' | 'least';
	readonly unit: string;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export const isWithin = ({ value, limit, kind }: Figure): boolean =>
	kind === 'most' ? value <= limit : value >= limit;

/** One line per figure: value, limit, and how much of the limit it takes. */
export function lineOf(figure: Figure): string {
	const { page, name, value, limit, kind, unit } = figure;
	const sign = kind === 'most' ? '≤' : '≥';
	const figures = `${Math.round(value)} ${unit} (${sign} ${limit})`.padEnd(24);
	const ratio = `×${(value / limit).toFixed(2)}`;
	return `${isWithin(figure) ? '✓' : '✗'} ${page.padEnd(22)} ${name.padEnd(18)} ${figures} ${ratio}`;
}
