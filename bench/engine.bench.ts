/**
 * `npm run bench engine`: one person's ten years under three scenarios, then a million agents in one
 * process. Fails when the median or the memory is over its target.
 */
import {
	plainScenario,
	projectCareer,
	type CorpsId,
	type GradeId,
	type Position,
	type Scenario
} from '$lib/core/career';
import { addYears, civilDate, fromDayNumber, toDayNumber } from '$lib/core/shared';
import { careerReference } from '$lib/data';

const TARGET_MS = 0.2;
const TARGET_GROWTH_MB = 40;
const AGENTS = 1_000_000;

const on = civilDate('2026-11-22');
const until = addYears(on, 10);
const scenarios: readonly Scenario[] = [
	plainScenario,
	{ ...plainScenario, bonifications: [6, 8] },
	{
		...plainScenario,
		bonifications: [6, 8],
		promotions: [{ grade: 'hors-classe', on: civilDate('2033-09-01') }]
	}
];

/** Plausible people, the same at each run. */
function person(i: number): Position {
	const random = (n: number, salt: number) => Math.abs(Math.imul(i + salt, 2_654_435_761) >> 8) % n;
	const corps = (['certifie', 'agrege', 'pe', 'plp', 'peps', 'cpe', 'psyen'] as CorpsId[])[
		random(7, 1)
	]!;
	const grade: GradeId = random(3, 2) < 2 ? 'classe-normale' : 'hors-classe';
	return {
		corps,
		grade,
		echelon: 1 + random(grade === 'classe-normale' ? 11 : 3, 3),
		chevron: null,
		depuis: fromDayNumber(toDayNumber(on) - random(900, 4))
	};
}

function threeScenarios(position: Position): number {
	let steps = 0;
	for (const scenario of scenarios) {
		const result = projectCareer(position, on, until, scenario, careerReference);
		// A promotion that the rules refuse is an answer too.
		if (result.ok) steps += result.value.length;
	}
	return steps;
}

const typical: Position = {
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: 8,
	chevron: null,
	depuis: civilDate('2025-03-01')
};
for (let i = 0; i < 3000; i++) threeScenarios(typical);
const times: number[] = [];
for (let i = 0; i < 5000; i++) {
	const start = performance.now();
	threeScenarios(typical);
	times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const median = times[times.length / 2]!;
const p99 = times[Math.floor(times.length * 0.99)]!;

const megabytes = () => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed / 1_048_576;
};
const before = megabytes();
let heaviest = 0;
let steps = 0;
const cpuBefore = process.cpuUsage();
for (let i = 0; i < AGENTS; i++) {
	const result = projectCareer(person(i), on, until, plainScenario, careerReference);
	if (result.ok) steps += result.value.length;
	if (i % 100_000 === 0) heaviest = Math.max(heaviest, process.memoryUsage().rss / 1_048_576);
}
const { user, system } = process.cpuUsage(cpuBefore);
const seconds = (user + system) / 1e6;
const growth = megabytes() - before;

process.stdout.write(
	[
		`Dix ans, trois scénarios : médiane ${median.toFixed(4)} ms, p99 ${p99.toFixed(4)} ms (cible ${TARGET_MS} ms)`,
		`${AGENTS.toLocaleString('fr-FR')} agents : ${seconds.toFixed(1)} s de processeur, ${Math.round(AGENTS / seconds).toLocaleString('fr-FR')} agents par seconde et par cœur, ${steps.toLocaleString('fr-FR')} étapes`,
		`Mémoire : ${growth.toFixed(1)} Mo de plus à la fin, ${heaviest.toFixed(0)} Mo de RSS au plus`,
		''
	].join('\n')
);
if (median > TARGET_MS || growth > TARGET_GROWTH_MB) process.exitCode = 1;
