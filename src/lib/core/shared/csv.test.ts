import { expect, test } from 'vitest';
import { writeCsv } from './csv';

test.each(['=1+1', '+33', '-2', '@SOMME(A1)', '\t=1', '  =cmd', '\uFF1D1'])(
	'%j is written as text',
	(text) => expect(writeCsv(['a'], [[text]])).toContain(`'${text}`)
);

test('separators, quotes and figures are written as a French spreadsheet reads them', () => {
	expect(writeCsv(['Nom', 'Points'], [['a;"b"', 12.5]])).toBe(
		'\uFEFFNom;Points\r\n"a;""b""";12,5\r\n'
	);
});
