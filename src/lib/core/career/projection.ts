/**
 * The years to come, one event at a time: the next rung or the next supposed promotion, whichever is
 * first. Each state is a whole `Position`, so a projection resumed from one of its steps is the tail
 * of the projection.
 */
import type { Explanation } from '../reference';
import {
	fail,
	firstDayOf,
	frenchDate,
	lastDayOf,
	ok,
	type CivilDate,
	type Result,
	type SchoolYear
} from '../shared';
import { becomeAgrege } from './corps-change';
import { becomesPromotable, nextGrade } from './eligibility';
import { explainPassage } from './explain';
import { grossMonthly } from './gross';
import { indexAt } from './ladder';
import { afterPassage, nextPassage } from './passage';
import { rungKey, type Position } from './position';
import { changeGrade, type Reclassement } from './reclassement';
import { ladderOf, type CareerReference } from './reference';
import { appointmentOf } from './rendez-vous';
import type { Promotion, Scenario } from './scenario';
import { locate } from './snapshot';

export type StepNature = 'echelon' | 'chevron' | 'grade' | 'corps' | 'rendez-vous' | 'promouvable';

export interface Step {
	readonly nature: StepNature;
	readonly date: CivilDate;
	/** Where the person stands from that day on. */
	readonly position: Position;
	readonly indice: number | null;
	readonly gross: number | null;
	/** School year of a rendez-vous. */
	readonly schoolYear: SchoolYear | null;
	readonly why: Explanation;
}

interface Context {
	readonly on: CivilDate;
	readonly until: CivilDate;
	readonly scenario: Scenario;
	readonly reference: CareerReference;
	readonly steps: Step[];
}

function add(
	{ scenario, reference, steps }: Context,
	nature: StepNature,
	date: CivilDate,
	position: Position,
	why: Explanation,
	schoolYear: SchoolYear | null = null
): void {
	const ladder = ladderOf(reference, position.corps, position.grade)!;
	const key = rungKey(position.echelon, position.chevron);
	const held = indexAt(ladder, key, scenario.frozenIndices ?? date)?.value ?? null;
	const indice = held === null ? null : Math.max(held, position.indiceConserve ?? 0);
	const gross = indice === null ? null : grossMonthly(reference, indice, date);
	steps.push({ nature, date, position, indice, gross, schoolYear, why });
}

/** What falls due while a rung is held, before `end`. */
function addDueDates(context: Context, position: Position, end: CivilDate | null): void {
	const { on, until, scenario, reference } = context;
	const within = (date: CivilDate) => date <= until && (end === null || date < end);
	const due = scenario.draft ? null : appointmentOf(position, reference);
	if (due) {
		const date = firstDayOf(due.schoolYear);
		const last = lastDayOf(due.schoolYear);
		if (within(date) && last >= on && date >= position.depuis) {
			const { rendezVous } = reference.data;
			add(
				context,
				'rendez-vous',
				date,
				position,
				{
					rule: 'rendez-vous-de-carriere',
					text: `Rendez-vous de carrière n°\u00a0${due.appointment.number}\u00a0: ${position.echelon}e échelon depuis le ${frenchDate(position.depuis)}.`,
					inputs: [{ label: 'Année scolaire', value: due.schoolYear }],
					sources: reference.sources(rendezVous.sources),
					confidence: rendezVous.confidence,
					at: date
				},
				due.schoolYear
			);
		}
	}
	const day = becomesPromotable(position, reference, scenario.interruptions);
	if (day !== null && within(day) && day >= on) {
		const grade = nextGrade(position.grade)!;
		const { eligibility } =
			grade === 'hors-classe' ? reference.data.horsClasse : reference.data.classeExceptionnelle;
		add(context, 'promouvable', day, position, {
			rule: `promouvable-${grade}`,
			text: `Conditions remplies au ${frenchDate(day)} pour le passage à la ${grade.replace('-', ' ').replace('hors ', 'hors-')}. Être promouvable n’est pas être promu.`,
			inputs: [
				{ label: 'Échelon', value: `${position.echelon}e depuis le ${frenchDate(position.depuis)}` }
			],
			sources: reference.sources(eligibility.sources),
			confidence: eligibility.confidence,
			at: day
		});
	}
}

function promote(
	position: Position,
	promotion: Promotion,
	{ scenario, reference }: Context
): Result<Reclassement> {
	const { interruptions } = scenario;
	return 'grade' in promotion
		? changeGrade(position, promotion.grade, promotion.on, reference, interruptions)
		: becomeAgrege(position, promotion.on, reference, { interruptions });
}

const order: Record<StepNature, number> = {
	echelon: 1,
	chevron: 1,
	grade: 2,
	corps: 3,
	promouvable: 4,
	'rendez-vous': 5
};

export function projectCareer(
	start: Position,
	on: CivilDate,
	until: CivilDate,
	scenario: Scenario,
	reference: CareerReference
): Result<readonly Step[]> {
	const located = locate(start, on, reference);
	if (!located.ok) return located;
	const context: Context = { on, until, scenario, reference, steps: [] };
	const { interruptions, promotions, draft } = scenario;
	let position = start;
	let asaMonths = scenario.asaMonths;
	let promoted = 0;
	for (;;) {
		const ladder = ladderOf(reference, position.corps, position.grade)!;
		const fast = scenario.bonifications.includes(position.echelon);
		const passage = nextPassage(ladder, position, { fast, asaMonths, interruptions, draft });
		const promotion = promotions[promoted];
		const promotes = promotion !== undefined && (!passage || promotion.on < passage.date);
		const end = promotes ? promotion.on : (passage?.date ?? null);
		addDueDates(context, position, end);
		if (end === null || end > until) break;
		if (promotes) {
			const changed = promote(position, promotion, context);
			if (!changed.ok) return fail(atPromotion(changed.error, promoted));
			position = changed.value.position;
			promoted++;
			const nature = 'grade' in promotion ? 'grade' : 'corps';
			add(context, nature, promotion.on, position, changed.value.why);
		} else {
			const interrupted = interruptions.some(({ from, to }) => from < end && to >= position.depuis);
			const why = explainPassage(position, passage!, interrupted);
			const nature =
				passage!.from.chevron && passage!.to.echelon === position.echelon ? 'chevron' : 'echelon';
			if (passage!.asaMonths > 0) asaMonths = 0;
			position = afterPassage(position, passage!);
			add(context, nature, passage!.date, position, why);
		}
	}
	return ok(
		context.steps.sort((a, b) =>
			a.date < b.date ? -1 : a.date > b.date ? 1 : order[a.nature] - order[b.nature]
		)
	);
}

/** The refusal of a supposed promotion, pointing at it. */
function atPromotion<E extends { readonly meta?: Readonly<Record<string, unknown>> }>(
	error: E,
	index: number
): E {
	const issues = (error.meta?.issues ?? []) as readonly { message: string }[];
	return {
		...error,
		meta: {
			issues: issues.map(({ message }) => ({ path: `hypotheses.promotions.${index}`, message }))
		}
	};
}
