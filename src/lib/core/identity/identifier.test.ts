import { expect, test } from 'vitest';
import { identifierStem, nextIdentifier } from './identifier';

test.each([
	['Claire', 'Martin', 'cmartin'],
	['Élise', 'Éluard', 'eeluard'],
	['Jean-Noël', 'Lœuillet', 'jloeuillet'],
	['Anne', 'Le Goff', 'alegoff'],
	['Marie', 'Dupont-Durand', 'mdupontdurand'],
	['Çiğdem', 'D’Arc', 'cdarc'],
	['Zoë', 'Großmann', 'zgrossmann']
])('%s %s is %s', (first, last, identifier) => {
	expect(identifierStem(first, last)).toBe(identifier);
});

test('homonyms are told apart by a digit', () => {
	expect(nextIdentifier('cmartin', new Set())).toBe('cmartin');
	expect(nextIdentifier('cmartin', new Set(['cmartin', 'cmartin1']))).toBe('cmartin2');
});
