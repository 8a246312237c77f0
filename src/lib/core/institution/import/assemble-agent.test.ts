import { describe, expect, test } from 'vitest';
import * as file from '../../../../../tests/support/agents-file';
import { assembleAgent } from './assemble-agent';
import { importColumns, readHeader } from './import-format';
import { lineIssueCodes, type ImportIssueCode } from './import-issue';
import type { ImportReference } from './read-lines';

const reference: ImportReference = {
	academies: new Set(['19']),
	departements: new Map([['51', '19']]),
	establishments: new Set([file.college]),
	positions: {
		corps: new Map([
			['certifie', new Map([['classe-normale', { positions: new Set(['7', '8', '9']) }]])],
			['agrege', new Map([['hors-classe', { positions: new Set(['3', '4:HEA1', '4:HEA2']) }]])],
			['contractuel', new Map([['categorie-1', { positions: new Set<string>() }]])]
		])
	}
};
const header = readHeader(importColumns);

const assemble = (...lines: file.Line[]) =>
	assembleAgent(
		lines.map((line, index) => ({
			line: index + 2,
			cells: importColumns.map((column) => line[column] ?? '')
		})),
		header,
		reference
	);
const codes = (...lines: file.Line[]) => assemble(...lines).issues.map(({ code }) => code);

describe('an agent of the file', () => {
	test('is read whole: identity, position, posts, steps, diplomas and courses, oldest first', () => {
		const { agent, issues } = assemble(
			file.agent(1, { nom: '  Lenoir   Petit ', date_corps: '01/09/2012', quotite: '80 %' }),
			file.assignment(1, { debut: '2019-09-01', quotite: '0,5' }),
			file.assignment(1, { debut: '2012-09-01', fin: '2019-08-31', nature: 'provisoire' }),
			file.step(1),
			file.step(1, { echelon: '7', debut: '2021-09-01' }),
			file.diploma(1),
			file.training(1)
		);
		expect(issues).toEqual([]);
		expect(agent).toMatchObject({
			lastName: 'Lenoir Petit',
			corpsSince: '2012-09-01',
			quotity: 0.8,
			uai: file.college,
			assignments: [{ from: '2012-09-01' }, { from: '2019-09-01', quotity: 0.5 }],
			steps: [{ echelon: 7 }, { echelon: 8 }],
			diplomas: [{ label: 'Master MEEF', level: '7', year: 2012 }],
			trainings: [{ hours: 6.5 }]
		});
	});

	test('without a past, has the present position as its only step', () => {
		expect(assemble(file.agent(1)).agent?.steps).toEqual([
			{ corps: 'certifie', grade: 'classe-normale', echelon: 8, chevron: null, from: '2025-03-01' }
		]);
	});

	test('at a hors-échelle chevron, or on contract without échelon', () => {
		const chevron = { corps: 'agrege', grade: 'hors-classe', echelon: '4', chevron: 'HEA2' };
		expect(assemble(file.agent(1, chevron)).agent).toMatchObject({ echelon: 4, chevron: 'HEA2' });
		const contract = { corps: 'contractuel', grade: 'categorie-1', echelon: '3' };
		expect(assemble(file.agent(1, contract)).agent).toMatchObject({ corps: 'contractuel' });
	});

	test('a line written twice counts once, and is pointed at', () => {
		const { agent, issues } = assemble(file.agent(1), file.diploma(1), file.diploma(1));
		expect(agent?.diplomas).toHaveLength(1);
		expect(issues).toMatchObject([
			{ code: 'institution.import.line-repeated', line: 4, otherLine: 3 }
		]);
	});

	test('a faulty line refuses the whole agent and says every fault at once', () => {
		const { agent, issues } = assemble(
			file.agent(1, { corps: 'maitre', date_echelon: '2025-02-30' }),
			file.assignment(1, { uai: `0519001${file.college.endsWith('A') ? 'B' : 'A'}` })
		);
		expect(agent).toBeNull();
		expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
			['institution.import.unknown-corps', 2, 'corps'],
			['institution.import.invalid-date', 2, 'date_echelon'],
			['institution.import.uai-check-letter', 3, 'uai']
		]);
	});

	test('a report never repeats a name, a birth date, an address or a NUMEN', () => {
		const { issues } = assemble(file.agent(1, { courriel: 'nowhere', naissance: '1980-13-01' }));
		expect(issues).toMatchObject([{ value: null }, { value: null }]);
	});
});

const faults: Partial<Record<ImportIssueCode, file.Line[]>> = {
	'institution.import.unknown-type': [file.agent(1), { type: 'prime', numen: file.numen(1) }],
	'institution.import.missing-value': [file.agent(1, { prenom: ' ' })],
	'institution.import.text-too-long': [file.agent(1, { nom: 'x'.repeat(121) })],
	'institution.import.unknown-academie': [file.agent(1, { academie: '99' })],
	'institution.import.invalid-civility': [file.agent(1, { civilite: 'Dr' })],
	'institution.import.invalid-email': [file.agent(1, { courriel: 'a@b' })],
	'institution.import.invalid-date': [file.agent(1, { date_echelon: '31/02/2025' })],
	'institution.import.date-out-of-range': [file.agent(1, { naissance: '1899-01-01' })],
	'institution.import.dates-out-of-order': [
		file.agent(1),
		file.assignment(1, { fin: '2014-01-01' })
	],
	'institution.import.invalid-number': [file.agent(1, { echelon: '8e' })],
	'institution.import.invalid-quotity': [file.agent(1, { quotite: '120 %' })],
	'institution.import.unknown-corps': [file.agent(1, { corps: 'certifié' })],
	'institution.import.unknown-grade': [file.agent(1, { grade: 'hors-classe' })],
	'institution.import.unknown-echelon': [file.agent(1, { echelon: '12' })],
	'institution.import.unknown-chevron': [
		file.agent(1, { corps: 'agrege', grade: 'hors-classe', echelon: '4', chevron: 'HEB1' })
	],
	'institution.import.unknown-nature': [file.agent(1), file.assignment(1, { nature: 'TPD' })],
	'institution.import.invalid-uai': [file.agent(1), file.assignment(1, { uai: '51A' })],
	'institution.import.uai-check-letter': [file.agent(1), file.assignment(1, { uai: '0519001I' })],
	'institution.import.unknown-establishment': [
		file.agent(1),
		file.assignment(1, { uai: file.uai('0519002') })
	],
	'institution.import.no-agent-line': [file.diploma(1)],
	'institution.import.second-agent-line': [file.agent(1), file.agent(1, { nom: 'Autre' })],
	'institution.import.position-mismatch': [file.agent(1), file.step(1, { echelon: '7' })],
	'institution.import.too-many-lines': [
		file.agent(1),
		...Array.from({ length: 400 }, (_, year) => file.diploma(1, { libelle: `Diplôme ${year}` }))
	]
};

describe('each fault has its own reason', () => {
	test.each(Object.entries(faults))('%s', (code, lines) => {
		expect(codes(...lines)).toEqual([code]);
		expect(assemble(...lines).agent).toBeNull();
	});

	test('a line cut short is refused', () => {
		const cells = importColumns.slice(0, 5).map((column) => file.agent(1)[column] ?? '');
		const { issues } = assembleAgent([{ line: 2, cells }], header, reference);
		expect(issues.map(({ code }) => code)).toContain('institution.import.wrong-cell-count');
	});

	test('those left are the faults of establishments and of whole files', () => {
		const left = lineIssueCodes.filter((code) => !(code in faults));
		expect(left).toEqual([
			'institution.import.wrong-cell-count',
			'institution.import.invalid-numen',
			'institution.import.unknown-kind',
			'institution.import.unknown-departement',
			'institution.import.invalid-postal-code',
			'institution.import.agent-repeated'
		]);
	});
});
