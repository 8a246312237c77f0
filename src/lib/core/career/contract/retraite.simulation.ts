/** `POST /api/v1/simulations/retraite` */
import * as v from 'valibot';
import { cite, simulation } from '../../reference';
import { civilDate, ok } from '../../shared';
import type { CareerReference } from '../reference';
import { retirement } from '../retirement';
import * as atoms from './atoms';

const schema = v.strictObject({
	naissance: v.pipe(
		atoms.date,
		v.minValue(civilDate('1930-01-01'), 'Naissance attendue à partir du 1er janvier 1930.'),
		v.maxValue(civilDate('2010-12-31'), 'Naissance attendue avant 2011.')
	)
});

export const retraite = simulation(schema, ({ naissance }, reference: CareerReference) => {
	const { age, opensOn, quarters, why } = retirement(naissance, reference);
	return ok({
		values: { ageLegal: age, ouvertureLe: opensOn, trimestres: quarters, ...cite(why) },
		au: civilDate(reference.asOf),
		manquants:
			quarters === null
				? [
						{
							path: 'trimestres',
							question: 'Le nombre de trimestres des générations d’avant 1964 n’a pas été relevé.'
						}
					]
				: []
	});
});
