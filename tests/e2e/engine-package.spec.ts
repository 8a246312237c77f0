/** `npm run pack:engine`: the engine for others, without a server. No browser is needed. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { careerCases, disagreements } from '../golden/career-cases';
import mobility from '../golden/mobility.cases.json' with { type: 'json' };
import { goldenPoints, type BaremeAnswer, type GoldenCase } from '../support/golden-bareme';

interface Engine {
	readonly questions: readonly string[];
	simulate(
		question: string,
		input: unknown
	): { readonly ok: boolean; readonly value: Record<string, unknown> };
}

test('the packed engine installs in an empty project and gives every published figure', async () => {
	test.setTimeout(180_000);
	// The script packs, installs the tarball in an empty folder and projects a career from there.
	const { stdout } = await promisify(execFile)(process.execPath, ['tools/pack-engine.js']);
	expect(stdout).toMatch(/10 questions.*9e échelon le 2028-09-01/);
	expect(stdout).toContain('carnet-moteur-');

	const path = pathToFileURL(resolve('.test-build/engine/index.js')).href;
	const { questions, simulate } = (await import(path)) as Engine;
	expect(questions).toHaveLength(10);
	for (const { id, question, input, expect: published } of careerCases) {
		expect(disagreements(simulate(question, input).value, published), id).toEqual([]);
	}
	for (const { id, request, expect: expected } of mobility.cases as unknown as GoldenCase[]) {
		const answer = simulate('bareme', request).value as unknown as BaremeAnswer;
		const { found, published } = goldenPoints(answer, expected);
		expect(found, id).toBe(published);
	}
});
