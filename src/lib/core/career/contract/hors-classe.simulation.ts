/** `POST /api/v1/simulations/hors-classe` */
import * as v from 'valibot';
import { cite, simulation } from '../../reference';
import { dateFrom, fail, ok, refusal } from '../../shared';
import { appreciations, horsClasse as bareme } from '../hors-classe';
import type { CareerReference } from '../reference';
import * as atoms from './atoms';

const schema = v.strictObject({
	corps: atoms.corps,
	echelon: atoms.echelon,
	anneesDansEchelon: atoms.whole(0, 50),
	appreciation: v.picklist(appreciations),
	annee: atoms.whole(2018, 2076)
});

export const horsClasse = simulation(schema, (input, reference: CareerReference) => {
	const { corps, echelon, anneesDansEchelon: years, appreciation, annee: campaign } = input;
	const result = bareme({ corps, echelon, years, appreciation, campaign }, reference);
	if (!result)
		return fail(
			refusal(
				'reference.unknown',
				'corps',
				'Aucun barème publié de la hors-classe pour ce corps cette année-là.'
			)
		);
	const { level, text, confidence, sources } = result.outlook;
	const at = dateFrom(campaign, 8, 31);
	const told = cite({ rule: 'repere', text, inputs: [], sources, confidence, at });
	return ok({
		values: {
			points: result.points,
			pointsAppreciation: result.appreciationPoints,
			pointsAnciennete: result.seniorityPoints,
			promouvable: result.promotable,
			repere: {
				niveau: level,
				pourquoi: told.pourquoi,
				sources: told.source,
				confiance: told.confiance
			},
			...cite(result.why)
		},
		au: at
	});
});
