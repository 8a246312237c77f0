/** Search in French text without accents or case; every word asked for must be there. */
const marks = /\p{Diacritic}/gu;

export const folded = (text: string): string =>
	text.normalize('NFD').replace(marks, '').replaceAll('œ', 'oe').toLowerCase();

export function matches(query: string, ...texts: readonly string[]): boolean {
	const haystack = folded(texts.join(' '));
	return folded(query)
		.split(/\s+/)
		.every((word) => haystack.includes(word));
}
