/** Everyone else in the demonstration: each rung of each grid is held by someone. */
import type { ImportedAgent } from '$lib/core/institution';
import { addYears, civilDate, dateFrom, partsOf, type CivilDate } from '$lib/core/shared';
import { careerReference } from '$lib/data';
import { families, men, women } from './demo-names';
import { contractsOf, postsOf } from './demo-posts';
import { pastOf, rungsOf, type Target } from './demo-steps';
import { diplomasOf, disciplineOf, trainingsOf } from './demo-studies';
import { Random } from './random';

/** The day the demonstration is told on; it does not follow the calendar. */
export const demoToday = civilDate('2026-11-22');

const SEED = 20_261_122;
const REIMS = '19';
const NANCY_METZ = '12';
/** Beyond one holder for each rung. */
const MORE_AGENTS = 150;
const CONTRACTS = 24;
const ELSEWHERE = 6;

const targets: readonly Target[] = [...careerReference.corps].flatMap(([corps, { grades }]) =>
	[...grades.keys()].flatMap((grade) =>
		rungsOf(corps, grade).map((rung) => ({ corps, grade, rung }))
	)
);

type Position = Pick<
	ImportedAgent,
	'corps' | 'grade' | 'echelon' | 'chevron' | 'echelonSince' | 'gradeSince' | 'corpsSince' | 'steps'
>;

function positionAt(target: Target, random: Random): Position {
	const steps = pastOf(target, demoToday, random);
	const last = steps.at(-1)!;
	const { corps, grade, echelon, chevron } = last;
	return {
		corps,
		grade,
		echelon,
		chevron,
		echelonSince: last.from,
		gradeSince: steps.find((step) => step.grade === grade)!.from,
		corpsSince: steps[0]!.from,
		steps
	};
}

function onContract(random: Random): Position {
	const from = dateFrom(random.between(2017, 2026), 9, 1);
	const grade = random.chance(0.7) ? 'categorie-1' : 'categorie-2';
	const step = { corps: 'contractuel', grade, echelon: 1, chevron: null, from };
	const { corps, echelon, chevron } = step;
	const entry = { echelonSince: from, gradeSince: from, corpsSince: from };
	return { corps, grade, echelon, chevron, ...entry, steps: [step] };
}

const ascii = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('œ', 'oe')
		.toLowerCase()
		.replace(/[^a-z]+/g, '-');

function identity(rank: number, entry: CivilDate, academie: string, random: Random) {
	const isWoman = random.chance(0.66);
	const firstName = random.pick(isWoman ? women : men);
	const lastName = random.pick(families);
	const { year } = partsOf(addYears(entry, -random.between(23, 31)));
	const domain = academie === REIMS ? 'ac-reims.example' : 'ac-nancy-metz.example';
	return {
		civility: isWoman ? ('Mme' as const) : ('M.' as const),
		firstName,
		lastName,
		birthDate: dateFrom(year, random.between(1, 12), random.between(1, 28)),
		email: `${ascii(firstName)}.${ascii(lastName)}${rank}@${domain}`
	};
}

function agentFrom(rank: number, position: Position, academie: string, random: Random) {
	const { corps, corpsSince } = position;
	const entry = corpsSince!;
	const discipline = disciplineOf(corps, random);
	const assignments =
		corps === 'contractuel'
			? contractsOf(academie, entry, demoToday, random)
			: postsOf(corps, academie, entry, demoToday, random);
	const agent: ImportedAgent = {
		academie,
		...identity(rank, entry, academie, random),
		...position,
		discipline,
		quotity: random.chance(0.88) ? 1 : random.pick([0.5, 0.6, 0.8]),
		uai: assignments.at(-1)!.uai,
		leftAt: null,
		assignments,
		diplomas: diplomasOf(corps, discipline, entry, random),
		trainings: trainingsOf(entry, demoToday, random)
	};
	return { numen: `19E${String(1000 + rank).padStart(7, '0')}DEM`, agent };
}

export function demoAgents(): readonly { numen: string; agent: ImportedAgent }[] {
	const random = new Random(SEED);
	const drawn = Array.from({ length: MORE_AGENTS }, () => random.pick(targets));
	const positions = [
		...[...targets, ...drawn].map((target) => positionAt(target, random)),
		...Array.from({ length: CONTRACTS }, () => onContract(random))
	];
	return positions.map((position, rank) => {
		const isElsewhere = rank % Math.floor(positions.length / ELSEWHERE) === 7;
		return agentFrom(rank, position, isElsewhere ? NANCY_METZ : REIMS, random);
	});
}
