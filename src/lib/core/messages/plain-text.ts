/** The little a circular needs: paragraphs and lists, from plain text. No markup to go wrong. */
export type TextBlock =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] };

const isItem = (line: string) => /^[-•–]\s+/.test(line);

export const blocksOf = (text: string): TextBlock[] =>
	text
		.split(/\n\s*\n/)
		.map((part) =>
			part
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean)
		)
		.filter((lines) => lines.length > 0)
		.map((lines) =>
			lines.every(isItem)
				? { kind: 'list', items: lines.map((line) => line.replace(/^[-•–]\s+/, '')) }
				: { kind: 'paragraph', text: lines.join(' ') }
		);
