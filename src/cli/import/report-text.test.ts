import { issueAt, type ImportReport } from '$lib/core/institution';
import { expect, test } from 'vitest';
import { reportText } from './report-text';

const report: ImportReport = {
	id: '1',
	fileName: 'agents.csv',
	status: 'applied',
	encoding: 'windows-1252',
	separator: ';',
	lines: 1234,
	establishments: 1,
	agents: { accepted: 2, refused: 1, created: 1, changed: 0, unchanged: 1 },
	issueCounts: {
		'institution.import.unknown-corps': 7001,
		'institution.import.line-repeated': 1
	},
	receivedAt: '2026-11-22T10:00:00.000Z',
	finishedAt: '2026-11-22T10:00:02.000Z',
	issues: [
		issueAt('institution.import.unknown-corps', 18, { column: 'corps', value: 'maitre' }),
		issueAt('institution.import.line-repeated', 20, { otherLine: 19 })
	]
};

test('a report says what was read and done, then each reason with its line and its code', () => {
	const plain = reportText(report).replace(/[\u00a0\u202f]/g, ' ');
	expect(plain.split('\n')).toEqual([
		'agents.csv (windows-1252, séparateur « ; », 1 234 lignes)',
		'Import terminé.',
		'  1 établissement lu',
		'  2 agents acceptés, 1 refusé',
		'  1 créé, 0 modifié, 1 inchangé',
		'',
		'Motifs de refus : 7 001',
		'  ligne 18, colonne corps : Corps inconnu (« maitre »). [institution.import.unknown-corps]',
		'  … et 7 000 de plus',
		'',
		'À savoir : 1',
		'  ligne 20 : Ligne identique à la ligne 19 : comptée une fois. [institution.import.line-repeated]'
	]);
});
