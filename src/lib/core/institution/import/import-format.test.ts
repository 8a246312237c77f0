import { describe, expect, test } from 'vitest';
import { detectSeparator, importColumns, readHeader } from './import-format';

describe('header of an agents’ file', () => {
	test('columns are recognised in any order, case and accents, RNE standing for UAI', () => {
		const header = readHeader([
			'RNE',
			'Échelon',
			'Date d’échelon',
			"date d'echelon",
			' Code postal '
		]);
		expect(header.at.get('uai')).toBe(0);
		expect(header.at.get('echelon')).toBe(1);
		expect(header.at.get('date_echelon')).toBe(2);
		expect(header.at.get('code_postal')).toBe(4);
		expect(header.repeated).toEqual(['date_echelon']);
	});

	test('what is missing and what is unknown is said', () => {
		const header = readHeader(
			importColumns.filter((name) => name !== 'numen').concat('Salaire' as never)
		);
		expect(header.missing).toEqual(['numen']);
		expect(header.unknown).toEqual(['Salaire']);
	});

	test('the separator is the one the header uses, whatever its quotes hold', () => {
		expect(detectSeparator('type;numen;nom')).toBe(';');
		expect(detectSeparator('type,numen,nom')).toBe(',');
		expect(detectSeparator('"a,b,c";numen;nom')).toBe(';');
		expect(detectSeparator('type\tnumen')).toBeNull();
	});
});
