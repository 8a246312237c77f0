/** `POST /api/v1/simulations/contingent` */
import * as v from 'valibot';
import { cite, simulation } from '../../reference';
import { dateFrom, frenchNumber, ok, parseCivilDate } from '../../shared';
import { contingentOf, ratioOf } from '../ratios';
import type { CareerReference } from '../reference';
import * as atoms from './atoms';

const people = atoms.whole(0, 1_000_000);
const schema = v.pipe(
	v.strictObject({
		grade: v.picklist(['hors-classe', 'classe-exceptionnelle']),
		corps: v.optional(atoms.corps),
		annee: v.optional(atoms.whole(2000, 2076)),
		promouvables: v.pipe(people, v.minValue(1)),
		promus: v.optional(v.nullable(people), null)
	}),
	v.forward(
		v.check(
			({ corps, promus }) => corps !== undefined || promus !== null,
			'Champ obligatoire sans «\u202fpromus\u202f».'
		),
		['corps']
	),
	v.forward(
		v.check(
			({ annee, promus }) => annee !== undefined || promus !== null,
			'Champ obligatoire sans «\u202fpromus\u202f».'
		),
		['annee']
	),
	v.forward(
		v.check(
			({ promus, promouvables }) => promus === null || promus <= promouvables,
			'Plus de promus que de promouvables.'
		),
		['promus']
	)
);

export const contingent = simulation(schema, (input, reference: CareerReference) => {
	const { grade, corps, annee, promouvables, promus } = input;
	const ratio =
		corps !== undefined && annee !== undefined ? ratioOf(grade, corps, annee, reference) : null;
	const at = annee === undefined ? parseCivilDate(reference.asOf)! : dateFrom(annee, 9, 1);
	const places = ratio ? contingentOf(ratio.value, promouvables) : null;
	const seen = promus === null ? null : Math.round((promus / promouvables) * 1000) / 10;
	const text = [
		places === null
			? 'Aucun taux publié n’a été trouvé pour ce corps et cette année.'
			: `${ratio!.why.text} Contingent tronqué à l’entier\u00a0: ${frenchNumber(places)}.`,
		...(seen === null
			? []
			: [`Taux constaté\u00a0: ${promus} promus pour ${promouvables} promouvables.`])
	].join(' ');
	return ok({
		values: {
			taux: ratio?.value ?? null,
			contingent: places,
			tauxConstatePourcent: seen,
			...cite({
				rule: 'contingent',
				text,
				inputs: [],
				sources: ratio?.why.sources ?? [],
				confidence: ratio?.why.confidence ?? (seen === null ? 'non-verifiee' : 'haute'),
				at
			})
		},
		au: at
	});
});
