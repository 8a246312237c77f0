/** `POST /api/v1/simulations/classe-exceptionnelle` */
import * as v from 'valibot';
import { cite, simulation } from '../../reference';
import { dateFrom, fail, ok, refusal } from '../../shared';
import { exceptionalThreshold } from '../eligibility';
import { ladderOf, type CareerReference } from '../reference';
import { rungAt } from '../ladder';
import { rungKey } from '../position';
import { ratioOf } from '../ratios';
import * as atoms from './atoms';

const schema = v.strictObject({
	corps: atoms.corps,
	echelon: atoms.echelon,
	chevron: atoms.chevron,
	annee: atoms.whole(2024, 2076)
});

export const classeExceptionnelle = simulation(schema, (input, reference: CareerReference) => {
	const { corps, echelon, chevron, annee } = input;
	const at = dateFrom(annee, 8, 31);
	const ladder = ladderOf(reference, corps, 'hors-classe');
	if (!ladder)
		return fail(
			refusal('career.unknown-grade', 'corps', 'Ce corps n’a pas de classe exceptionnelle.')
		);
	if (
		!rungAt(ladder.sets, rungKey(echelon, chevron), at) &&
		!(chevron === null && rungAt(ladder.sets, rungKey(echelon, 'HEA1'), at))
	)
		return fail(
			refusal(
				'career.unknown-echelon',
				'echelon',
				'Cet échelon n’existe pas à la hors-classe de ce corps.'
			)
		);
	const rule = reference.data.classeExceptionnelle;
	const threshold = exceptionalThreshold(corps, reference);
	const ratio = ratioOf('classe-exceptionnelle', corps, annee, reference);
	return ok({
		values: {
			promouvable: echelon >= threshold,
			departage: rule.tieBreaks,
			contraintes: rule.constraints,
			taux: ratio ? { valeur: ratio.value, ...cite(ratio.why) } : null,
			...cite({
				rule: 'classe-exceptionnelle',
				text: `Promouvable à partir du ${threshold}e échelon de la hors-classe au 31 août ${annee}. ${rule.opinions.text}`,
				inputs: [],
				sources: reference.sources([...rule.eligibility.sources, ...rule.opinions.sources]),
				confidence: rule.eligibility.confidence,
				at
			})
		},
		au: at
	});
});
