/** `POST /api/v1/simulations/rendez-vous` */
import * as v from 'valibot';
import { cite, simulation } from '../../reference';
import { fail, firstDayOf, frenchDate, ok, parseSchoolYear, refusal } from '../../shared';
import type { CareerReference } from '../reference';
import { entryWindow } from '../rendez-vous';
import * as atoms from './atoms';

const schema = v.strictObject({
	corps: atoms.corps,
	anneeScolaire: v.pipe(
		v.string(),
		v.check((text) => parseSchoolYear(text) !== null, 'Année scolaire attendue\u00a0: 2025-2026.'),
		v.transform((text) => parseSchoolYear(text)!)
	),
	echelon: v.picklist([6, 8, 9])
});

export const rendezVous = simulation(schema, (input, reference: CareerReference) => {
	const { rendezVous: rule } = reference.data;
	const at = firstDayOf(input.anneeScolaire);
	if (!reference.corps.get(input.corps)!.grades.has('classe-normale'))
		return fail(
			refusal('reference.unknown', 'corps', 'Ce corps n’a pas de rendez-vous de carrière connu.')
		);
	if (at < rule.from)
		return fail(
			refusal(
				'reference.unknown-at-date',
				'anneeScolaire',
				`Les rendez-vous de carrière existent depuis le ${frenchDate(rule.from)}.`
			)
		);
	const appointment = rule.appointments.find(({ echelon }) => echelon === input.echelon)!;
	const [first, last] = entryWindow(appointment, input.anneeScolaire);
	return ok({
		values: {
			numero: appointment.number,
			promuEntre: [first, last],
			etapes: [...rule.steps, rule.makeUp].map((step) => ({
				quoi: step.what,
				delai: step.delay,
				...cite({
					rule: 'rendez-vous-etape',
					text: `${step.what}\u00a0: ${step.delay}.`,
					inputs: [],
					sources: reference.sources(step.sources),
					confidence: step.confidence,
					at
				})
			})),
			...cite({
				rule: 'rendez-vous-de-carriere',
				text: `Le rendez-vous n°\u00a0${appointment.number} de ${input.anneeScolaire} concerne qui est entré dans le ${input.echelon}e échelon entre le ${frenchDate(first)} et le ${frenchDate(last)}.`,
				inputs: [],
				sources: reference.sources(rule.sources),
				confidence: rule.confidence,
				at
			})
		},
		au: at
	});
});
