import { describe, expect, test } from 'vitest';
import type { AgentRecord } from '../institution';
import { civilDate } from '../shared';
import { emptyAnswers } from './answers';
import { answersFromRecord, disagreements } from './from-record';
import { changedAnswers, saveMutationDraft } from './mutation-draft';
import type { RunningCampaign } from './resolve';

const step = (echelon: number, from: string) => ({
	...{ corps: 'certifie', grade: 'classe-normale', echelon, chevron: null },
	from: civilDate(from)
});
const workplace = { uai: '0510006E', name: 'Collège', city: 'Reims' };
const record = {
	...{ corps: 'certifie', grade: 'classe-normale', echelon: 9, chevron: null },
	echelonSince: civilDate('2025-10-01'),
	establishment: workplace,
	assignments: [
		{ workplace, nature: 'titulaire', from: civilDate('2022-09-01'), to: null, quotity: 1 }
	],
	steps: [step(7, '2019-03-01'), step(8, '2022-03-01'), step(9, '2025-10-01')]
} as unknown as AgentRecord;
const fact = (text: string) => ({ value: civilDate(text), confidence: 'haute' as const });
const campaign = {
	dates: { echelonPromotion: fact('2025-08-31'), anciennetePoste: fact('2026-08-31') }
} as unknown as RunningCampaign;

describe('the record answers', () => {
	const found = answersFromRecord(record, campaign);

	test('with the échelon of 31 August before, not the one since, and the post up to the rentrée', () => {
		expect(found).toMatchObject({ echelon: '8', anneesDansEchelon: '3', anneesPoste: '4' });
	});

	test('and a difference is named', () => {
		const answers = { ...emptyAnswers(), ...found };
		expect(disagreements(answers, found)).toEqual([]);
		expect(disagreements({ ...answers, echelon: '9' }, found)).toEqual(['l’échelon']);
	});
});

test('a saved draft carries only what changed, and two devices add up', () => {
	const id = '018f0000-0000-7000-8000-000000000000';
	const one = changedAnswers({}, { ...emptyAnswers(), echelon: '8' });
	expect(one).toEqual({ echelon: '8' });
	const save = (current: Parameters<typeof saveMutationDraft.apply>[0], answers: object) =>
		saveMutationDraft.apply(current, { id, campagne: 'inter-2026', answers });
	const both = save(save(null, one), { corps: 'plp' });
	expect(both?.answers).toEqual({ echelon: '8', corps: 'plp' });
});
