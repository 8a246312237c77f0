import { nothingSaid } from '$lib/core/career';
import type { AgentRecord } from '$lib/core/institution';
import { civilDate } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { expect, test } from 'vitest';
import { beside } from './beside';

const today = civilDate('2026-11-22');
const record = {
	...{ corps: 'certifie', grade: 'classe-normale', echelon: 8, chevron: null },
	echelonSince: civilDate('2025-03-01')
} as AgentRecord;
const lineOf = (said: Parameters<typeof beside>[1], label: string) =>
	beside(record, said, today, careerReference).find((line) => line.label === label);

test('the record and the notebook stand side by side', () => {
	const said = {
		...nothingSaid,
		corps: 'certifie',
		grade: 'classe-normale',
		echelon: 5,
		depuis: civilDate('2026-01-01')
	} as const;
	expect(lineOf(said, 'Échelon')).toMatchObject({
		official: '8e\u00a0échelon',
		own: '5e\u00a0échelon'
	});
	expect(lineOf(said, 'Prochaine étape')?.own).toContain('6e');
});

test('what the notebook does not say is not guessed', () => {
	const said = { ...nothingSaid, corps: 'certifie', grade: 'classe-normale', echelon: 5 } as const;
	expect(lineOf(said, 'Depuis')).toMatchObject({ own: null });
	expect(lineOf(said, 'Indice majoré')?.own).not.toBeNull();
	expect(lineOf(nothingSaid, 'Échelon')).toMatchObject({ own: null });
});
