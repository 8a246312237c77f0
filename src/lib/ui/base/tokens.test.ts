import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Theme = 'light' | 'dark';

const css = readFileSync('src/lib/ui/base/tokens.css', 'utf8');

function tokensOf(theme: Theme): Map<string, string> {
	const pairs = css.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w+));/g);
	return new Map(
		[...pairs].map(([, name, light, dark, both]) => [
			name!,
			(both ?? (theme === 'light' ? light : dark))!
		])
	);
}

function luminance(hex: string): number {
	const digits = hex.slice(1);
	const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
	const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
		const share = parseInt(full.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken'];
const statuses = ['saisi', 'controle', 'etude', 'publie', 'alert'];

/** Text on its ground, 4.5 to 1. */
const texts = [
	...['ink', 'ink-2', 'accent', 'alert', 'etude'].flatMap((ink) =>
		grounds.map((ground) => [ink, ground] as const)
	),
	...statuses.map((status) => [status, `${status}-bg`] as const),
	...statuses.map((status) => ['ink', `${status}-bg`] as const),
	['accent', 'accent-soft'],
	['on-accent', 'accent'],
	['on-hero', 'hero']
] as const;

/** Edges that carry a meaning, 3 to 1: fields, chips, bars. */
const edges = [
	...grounds.map((ground) => ['line-strong', ground] as const),
	...statuses.map((status) => [status, 'surface'] as const)
];

describe.each<Theme>(['light', 'dark'])('%s theme', (theme) => {
	const tokens = tokensOf(theme);
	const measured = ([a, b]: readonly [string, string]) =>
		contrast(tokens.get(a) ?? '#000', tokens.get(b) ?? '#000');

	test('every text stands out of its ground', () => {
		const weak = texts.filter((pair) => measured(pair) < 4.5);
		expect(weak.map((pair) => [...pair, measured(pair).toFixed(2)])).toEqual([]);
	});

	test('every edge that carries a meaning is seen', () => {
		const weak = edges.filter((pair) => measured(pair) < 3);
		expect(weak.map((pair) => [...pair, measured(pair).toFixed(2)])).toEqual([]);
	});
});
