import { expect, test } from 'vitest';
import { byVersion, type DocumentState, type PieceDocument } from '.';

const piece = (id: string, replaces: string | null, state: DocumentState = 'accepted') =>
	({ id, replaces, state }) as PieceDocument;

const shown = (...documents: PieceDocument[]) =>
	byVersion(documents).map(({ piece: shownPiece, previous }) => [
		shownPiece.id,
		...previous.map(({ id }) => id)
	]);

test('the latest accepted version stands alone, the former ones behind it', () => {
	expect(shown(piece('c', 'b'), piece('b', 'a'), piece('a', null), piece('x', null))).toEqual([
		['c', 'b', 'a'],
		['x']
	]);
});

test.each(['checking', 'refused'] as const)(
	'a version that is %s hides nothing of what it would replace',
	(state) => {
		expect(shown(piece('b', 'a', state), piece('a', null))).toEqual([['b'], ['a']]);
	}
);

test('a version whose former one has been erased stands alone', () => {
	expect(shown(piece('b', 'gone'))).toEqual([['b']]);
});
