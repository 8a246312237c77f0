import { checkMobilityData } from '$lib/core/mobility';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mobilityData, mobilityReference, mobilitySeal } from './mobility';

describe('mobility data', () => {
	test('have a shape, symmetric borders, and a source for every rule', () => {
		expect(checkMobilityData(mobilityData)).toEqual([]);
	});

	test('are sealed: after an edit, run `npm run data:check`', () => {
		const sha256 = createHash('sha256').update(JSON.stringify(mobilityData)).digest('hex');
		expect(mobilitySeal.sha256).toBe(sha256);
	});

	test('are refused when broken', () => {
		const broken = structuredClone(mobilityData) as unknown as {
			baremes: { rules: { sources: string[]; cases: { amounts: unknown[] }[] }[] }[];
			departements: { neighbours: Record<string, string[]> };
		};
		broken.baremes[0]!.rules[0]!.sources = ['nobody'];
		broken.departements.neighbours['51'] = [];
		const problems = checkMobilityData(broken).join('\n');
		expect(problems).toContain('source nobody unknown');
		expect(problems).toContain('08: 51 disagrees');
		broken.baremes[0]!.rules[0]!.cases[0]!.amounts = [{ kind: 'formula', points: '7 * x' }];
		expect(checkMobilityData(broken)).not.toEqual([]);
	});
});

test('the postal code rule and its exceptions agree with the official list of communes', () => {
	interface Commune {
		departement?: string;
		collectiviteOutremer?: { code: string };
		codesPostaux?: string[];
	}
	const path = 'node_modules/@etalab/decoupage-administratif/data/communes.json';
	const communes = JSON.parse(readFileSync(path, 'utf8')) as Commune[];
	const official = new Map<string, Set<string>>();
	for (const { departement, collectiviteOutremer, codesPostaux = [] } of communes) {
		const code = departement ?? collectiviteOutremer?.code;
		if (!code) continue;
		for (const postal of codesPostaux) {
			official.set(postal, (official.get(postal) ?? new Set()).add(code));
		}
	}
	expect(official.size).toBeGreaterThan(6000);
	const wrong = [...official].filter(([postal, codes]) => {
		const found = mobilityReference.geography.departementsOf(postal);
		return [...codes].sort().join() !== [...found].sort().join();
	});
	expect(wrong).toEqual([]);
});
