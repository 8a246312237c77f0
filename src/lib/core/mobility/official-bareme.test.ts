import { mobilityReference } from '$lib/data/mobility';
import { describe, expect, test } from 'vitest';
import { emptyAnswers, type Answers } from './answers';
import { overseasLines } from './compare';
import { judgeRequest, type Judged } from './filing';
import { filingChecklist } from './filing-checklist';
import { claimedRights, officialBareme, type Decision } from './official-bareme';
import type { OpenCampaign } from './open-campaign';

const campaign: OpenCampaign = {
	...{ id: 'c', template: 'inter-2027', rulesOf: 'inter-2026', label: 'Inter 2027' },
	windows: {
		saisie: { from: '2026-11-04T11:00:00Z', to: '2026-11-25T11:00:00Z' },
		confirmation: { from: null, to: null },
		contestation: { from: null, to: null },
		annulation: { from: null, to: null },
		recours: { from: null, to: null }
	}
};
const answers: Answers = {
	...emptyAnswers(),
	...{ corps: 'certifie', echelon: '8', departement: '51', anneesPoste: '3' },
	...{ famille: 'conjoints', codePostal: '35000', enfants: '1', anneesActivite: '1' },
	...{ boe: true, handicap: 'Rennes' }
};
const voeux = ['Rennes', 'Lyon'];

function judged(change: Partial<Answers> = {}): Judged {
	const result = judgeRequest(mobilityReference, campaign, {
		answers: { ...answers, ...change },
		voeux
	});
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

const decided = (verdict: Decision['verdict'], rule: string): Decision => ({
	...{ rule, verdict },
	reason: verdict === 'refusee' ? 'La pièce manque.' : null,
	comment: null
});
const official = (...decisions: Decision[]) =>
	officialBareme(judged().input, decisions, mobilityReference.version);
const rulesOf = (bareme: ReturnType<typeof official>) =>
	bareme.voeux[0]!.lines.map(({ rule }) => rule);

describe('the barème a service establishes', () => {
	test('is the declared one when every right is granted, what is only asked for left out', () => {
		const totals = official().voeux.map(({ total }) => total);
		expect(totals).toEqual(judged().score.voeux.map(({ total }) => total));
	});

	test('loses with a refused right all that rests on it', () => {
		const bareme = official(decided('refusee', 'rapprochement_conjoints'));
		expect(rulesOf(bareme)).not.toContain('rapprochement_conjoints');
		expect(rulesOf(bareme)).not.toContain('enfants');
		expect(rulesOf(bareme)).not.toContain('separation_activite');
		expect(bareme.refused).toMatchObject([{ rule: 'rapprochement_conjoints' }]);
	});

	test('counts what was only asked for once it is granted', () => {
		const before = official().voeux[0]!.total;
		const bareme = official(decided('accordee', 'handicap_1000'));
		expect(rulesOf(bareme)).toContain('handicap_1000');
		// It takes the place of the hundred points of the wish it bears on, and of that one alone.
		expect(bareme.voeux[0]!.total).toBe(before + 900);
		expect(bareme.voeux[1]!.total).toBe(official().voeux[1]!.total);
	});

	test('is decided right by right, each once, those asked for included', () => {
		const rights = claimedRights(judged().score);
		expect(new Set(rights.map(({ rule }) => rule)).size).toBe(rights.length);
		expect(rights.find(({ rule }) => rule === 'handicap_1000')).toMatchObject({
			asked: true,
			voeux: ['Rennes']
		});
	});
});

describe('the checklist before filing', () => {
	const check = (at: string, change: Partial<Answers> = {}, proofs: never[] | null = null) =>
		filingChecklist(mobilityReference, {
			...{ campaign, answers: { ...answers, ...change }, voeux },
			...{ differences: ['l’échelon'], proofs, at: new Date(at) }
		});

	test('blocks nothing when all is said in time, and names what to look at', () => {
		const { blocking, advisory } = check('2026-11-10T10:00:00Z');
		expect(blocking).toEqual([]);
		const seen = advisory.map(({ id }) => id);
		expect(seen).toContain('regles');
		expect(seen).toContain('l’échelon');
		expect(advisory.some(({ where }) => where === 'pieces')).toBe(true);
	});

	test('blocks at the closing minute, on a question left, and on a paper that has expired', () => {
		expect(check('2026-11-25T11:00:00Z').blocking.map(({ id }) => id)).toEqual(['fenetre']);
		expect(check('2026-11-10T10:00:00Z', { anneesPoste: '' }).blocking).toHaveLength(1);
		const expired = [{ piece: 'rapprochement_conjoints', state: 'perimee' }] as never[];
		const { blocking } = check('2026-11-10T10:00:00Z', {}, expired);
		expect(blocking).toMatchObject([{ where: 'pieces' }]);
	});
});

test('overseas, a recognised centre of interests adds its points to wish 1 and nothing else', () => {
	for (const line of overseasLines(mobilityReference, judged().rules, answers)) {
		expect(line.with - line.without, line.place).toBe(1000);
	}
});
