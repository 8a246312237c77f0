/** `POST /api/v1/simulations/carriere` */
import * as v from 'valibot';
import { cite, simulation, type Missing } from '../../reference';
import {
	addYears,
	fail,
	ok,
	refusal,
	seniorityFromDays,
	type AppError,
	type CivilDate
} from '../../shared';
import { projectCareer, type Step } from '../projection';
import type { CareerReference } from '../reference';
import { plainScenario, type Scenario } from '../scenario';
import { seniorityOn } from '../service';
import { snapshot } from '../snapshot';
import * as atoms from './atoms';

const promotion = v.pipe(
	v.strictObject({
		grade: v.optional(v.picklist(['hors-classe', 'classe-exceptionnelle'])),
		corps: v.optional(v.picklist(['agrege'])),
		le: atoms.date
	}),
	v.check(
		({ grade, corps }) => (grade === undefined) !== (corps === undefined),
		'Indiquez «\u202fgrade\u202f» ou «\u202fcorps\u202f», et pas les deux.'
	),
	v.transform(({ grade, corps, le }) => (grade ? { on: le, grade } : { on: le, corps: corps! }))
);

const schema = v.strictObject({
	position: atoms.position,
	au: atoms.date,
	jusquA: atoms.date,
	hypotheses: v.optional(
		v.strictObject({
			bonifications: v.optional(
				v.strictObject({ '6': v.optional(v.boolean()), '8': v.optional(v.boolean()) })
			),
			promotions: v.optional(v.pipe(v.array(promotion), v.maxLength(10))),
			asaMois: v.optional(atoms.whole(0, 120)),
			interruptions: v.optional(
				v.pipe(
					v.array(v.strictObject({ du: atoms.date, au: atoms.date, compte: atoms.between(0, 1) })),
					v.maxLength(50)
				)
			),
			indicesFigesAu: v.optional(v.nullable(atoms.date)),
			projetReforme: v.optional(v.boolean())
		})
	)
});
type Input = v.InferOutput<typeof schema>;

function scenarioOf({ hypotheses = {} }: Input): Scenario {
	const { bonifications = {}, promotions = [], interruptions = [] } = hypotheses;
	return {
		...plainScenario,
		bonifications: ([6, 8] as const).filter((echelon) => bonifications[`${echelon}`]),
		promotions: promotions.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
		asaMonths: hypotheses.asaMois ?? 0,
		interruptions: interruptions
			.map(({ du, au, compte }) => ({ from: du, to: au, counted: compte }))
			.sort((a, b) => (a.from < b.from ? -1 : 1)),
		frozenIndices: hypotheses.indicesFigesAu ?? null,
		draft: hypotheses.projetReforme ?? false
	};
}

/** What each field may be on its own but not together. */
function contradiction({ position, au, jusquA }: Input, scenario: Scenario): AppError | null {
	const impossible = (path: string, message: string) =>
		refusal('simulation.invalid', path, message);
	if (position.depuis > au)
		return impossible(
			'position.depuis',
			'L’entrée dans l’échelon vient après la date «\u202fau\u202f».'
		);
	if (jusquA < au) return impossible('jusquA', 'La fin vient avant le début.');
	if (jusquA > addYears(au, 50)) return impossible('jusquA', 'L’horizon dépasse 50\u00a0ans.');
	if (scenario.promotions.some(({ on }) => on < au))
		return impossible(
			'hypotheses.promotions',
			'Une promotion vient avant la date «\u202fau\u202f».'
		);
	const { interruptions } = scenario;
	if (interruptions.some(({ from, to }) => to < from))
		return impossible('hypotheses.interruptions', 'Une interruption finit avant de commencer.');
	if (interruptions.some(({ from }, i) => i > 0 && from <= interruptions[i - 1]!.to))
		return impossible('hypotheses.interruptions', 'Deux interruptions se chevauchent.');
	return null;
}

const etape = (step: Step, scenario: Scenario) => {
	const { position, date } = step;
	const days = seniorityOn(position.depuis, position.reliquat ?? 0, date, scenario.interruptions);
	return {
		date,
		nature: step.nature,
		corps: position.corps,
		grade: position.grade,
		echelon: position.echelon,
		chevron: position.chevron,
		anciennete: seniorityFromDays(days),
		indiceMajore: step.indice,
		brutMensuel: step.gross,
		anneeScolaire: step.schoolYear,
		...cite(step.why)
	};
};

function missingOf(
	input: Input,
	steps: readonly Step[],
	scenario: Scenario,
	known: readonly Missing[]
) {
	const missing = [...known];
	const { bonifications } = input.hypotheses ?? {};
	for (const echelon of [6, 8] as const)
		if (
			bonifications?.[`${echelon}`] === undefined &&
			(input.position.echelon === echelon ||
				steps.some((s) => s.nature === 'echelon' && s.position.echelon === echelon))
		)
			missing.push({
				path: `hypotheses.bonifications.${echelon}`,
				question: `La bonification d’un an au ${echelon}e échelon sera-t-elle accordée (30\u00a0% des personnes évaluées)\u202f?`
			});
	if (
		steps.some(({ indice }) => indice === null) &&
		missing.every(({ path }) => path !== 'indiceMajore')
	)
		missing.push({
			path: 'indiceMajore',
			question: 'L’indice majoré de certaines étapes n’est pas connu à leur date.'
		});
	if (scenario.draft)
		missing.push({
			path: 'hypotheses.projetReforme',
			question:
				'Le calendrier des rendez-vous de carrière du projet n’est pas publié\u00a0: aucun n’est montré.'
		});
	return missing;
}

export const carriere = simulation(schema, (input, reference: CareerReference) => {
	const scenario = scenarioOf(input);
	const wrong = contradiction(input, scenario);
	if (wrong) return fail(wrong);
	const now = snapshot(input.position, input.au, reference);
	if (!now.ok) return now;
	const steps = projectCareer(input.position, input.au, input.jusquA, scenario, reference);
	if (!steps.ok) return steps;
	return ok({
		values: { etapes: steps.value.map((step) => etape(step, scenario)) },
		au: input.au as CivilDate,
		statut: scenario.draft ? 'projet-non-confirme' : 'en-vigueur',
		manquants: missingOf(input, steps.value, scenario, now.value.missing)
	});
});
