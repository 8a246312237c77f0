/** Up to three futures side by side, from what the person supposes. */
import {
	nextGrade,
	plainScenario,
	projectCareer,
	type CareerReference,
	type GradeId,
	type Position,
	type Scenario,
	type Snapshot,
	type Step
} from '$lib/core/career';
import { dateFrom, partsOf, type AppError, type CivilDate } from '$lib/core/shared';
import type { StepSeries } from '../chart/StepChart.svelte';
import { longDate, shortDate } from '../text/format';
import { gradeName } from './labels';
import type { Service } from './my-service';

export interface Suppositions {
	/** The one-year bonification of échelons 6 and 8 is granted. */
	readonly bonification: boolean;
	/** `hors-classe:2030`, `agrege:2028`: each one is a future of its own. */
	readonly changes: readonly string[];
	/** The announced reform applies. */
	readonly draft: boolean;
	/** What the person's own service changes in every scenario. */
	readonly service: Service;
}

export interface ProjectionLine {
	readonly id: string;
	readonly label: string;
	readonly tone: StepSeries['tone'];
	readonly steps: readonly Step[];
	readonly points: StepSeries['points'];
}

export interface RefusedLine {
	readonly label: string;
	readonly error: AppError;
}

const BONIFIED = [6, 8] as const;
const tones = ['accent', 'controle', 'publie'] as const;
const september = (year: number): CivilDate => dateFrom(year, 9, 1);

function promotionOf(change: string): Scenario['promotions'][number] {
	const [to, year] = change.split(':');
	const on = september(Number(year));
	return to === 'agrege' ? { on, corps: 'agrege' } : { on, grade: to as GradeId };
}

/** Changes that can be supposed in the years of the projection. */
export function changeOptions(
	position: Position,
	on: CivilDate,
	until: CivilDate,
	reference: CareerReference
): { value: string; label: string }[] {
	const [first, last] = [partsOf(on).year, partsOf(until).year];
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
		(year) => september(year) > on && september(year) <= until
	);
	const grade = nextGrade(position.grade);
	const names = [
		...(grade ? [{ to: grade, name: gradeName(grade) }] : []),
		...(position.corps in reference.data.reclassement.toAgrege.coefficients
			? [{ to: 'agrege', name: 'agrégation' }]
			: [])
	];
	return names.flatMap(({ to, name }) =>
		years.map((year) => ({
			value: `${to}:${year}`,
			label: `${name.charAt(0).toUpperCase()}${name.slice(1)} au ${longDate(september(year))}`
		}))
	);
}

function scenariosOf({ bonification, changes, draft, service }: Suppositions, position: Position) {
	const plain: Scenario = { ...plainScenario, ...service };
	const scenarios: { id: string; label: string; scenario: Scenario }[] = [
		{ id: 'plain', label: 'à l’ancienneté', scenario: plain }
	];
	if (bonification)
		scenarios.push({
			id: 'bonification',
			label: 'avec bonification d’un an',
			scenario: { ...plain, bonifications: BONIFIED.filter((e) => e >= position.echelon) }
		});
	for (const change of changes) {
		const promotion = promotionOf(change);
		scenarios.push({
			id: change,
			label: `${'grade' in promotion ? gradeName(promotion.grade) : 'agrégation'} le ${shortDate(promotion.on)}`,
			scenario: { ...plain, promotions: [promotion] }
		});
	}
	if (draft)
		scenarios.push({
			id: 'draft',
			label: 'projet de réforme non confirmé',
			scenario: { ...plain, draft: true }
		});
	return scenarios.slice(0, tones.length);
}

/** Steps after which the pay is another one. */
export const changesPay = ({ nature }: Step) =>
	nature !== 'rendez-vous' && nature !== 'promouvable';

function pointsOf(
	steps: readonly Step[],
	now: Snapshot,
	until: CivilDate
): ProjectionLine['points'] {
	const points = [
		...(now.gross.value === null ? [] : [{ date: now.on, value: now.gross.value }]),
		...steps
			.filter(changesPay)
			.flatMap(({ date, gross }) => (gross === null ? [] : [{ date, value: gross }]))
	];
	const last = points.at(-1);
	return last ? [...points, { date: until, value: last.value }] : [];
}

export function projectionLines(
	now: Snapshot,
	until: CivilDate,
	suppositions: Suppositions,
	reference: CareerReference
): { lines: ProjectionLine[]; refused: RefusedLine[] } {
	const lines: ProjectionLine[] = [];
	const refused: RefusedLine[] = [];
	for (const { id, label, scenario } of scenariosOf(suppositions, now.position)) {
		const projected = projectCareer(now.position, now.on, until, scenario, reference);
		if (!projected.ok) refused.push({ label, error: projected.error });
		else {
			const steps = projected.value;
			const tone = tones[lines.length]!;
			lines.push({ id, label, tone, steps, points: pointsOf(steps, now, until) });
		}
	}
	return { lines, refused };
}
