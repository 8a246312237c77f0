/** Shape of the mobility data; only `data:check` and the reception of a newer bundle run it. */
import * as v from 'valibot';
import { confidences } from '../reference';
import { civilDateSchema } from '../shared';
import { movements } from './campaign';
import { factNames } from './fact-names';
import { referenceDates } from './rule';

const confidence = v.picklist(confidences);
const text = v.pipe(v.string(), v.nonEmpty());
const ids = v.array(text);
const fact = v.picklist(factNames);
const factValue = v.union([v.string(), v.number(), v.boolean()]);
const row = { points: v.number() };

const amount = v.variant('kind', [
	v.strictObject({ kind: v.literal('flat'), points: v.number() }),
	v.strictObject({
		kind: v.literal('per-unit'),
		of: fact,
		points: v.number(),
		every: v.optional(v.pipe(v.number(), v.minValue(1))),
		beyond: v.optional(v.number()),
		prorata: v.optional(v.boolean()),
		min: v.optional(v.number()),
		cap: v.optional(v.number())
	}),
	v.strictObject({
		kind: v.literal('lookup'),
		of: fact,
		less: v.optional(fact),
		rows: v.array(v.strictObject({ at: v.number(), ...row, confidence: v.optional(confidence) }))
	}),
	v.strictObject({
		kind: v.literal('bands'),
		of: fact,
		rows: v.array(v.strictObject({ from: v.number(), ...row }))
	}),
	v.strictObject({ kind: v.literal('average'), with: fact })
]);

const is = { fact, is: factValue };
const not = { fact, not: factValue };
const oneOf = { fact, in: v.array(factValue) };
const atLeast = { fact, atLeast: v.number() };
const counts = { counts: ids };
const predicate = v.union([
	v.strictObject(is),
	v.strictObject(not),
	v.strictObject(oneOf),
	v.strictObject(atLeast),
	v.strictObject(counts)
]);
const told = { else: text };
const condition = v.union([
	v.strictObject({ ...is, ...told }),
	v.strictObject({ ...not, ...told }),
	v.strictObject({ ...oneOf, ...told }),
	v.strictObject({ ...atLeast, ...told }),
	v.strictObject({ ...counts, ...told })
]);

const rule = v.strictObject({
	id: text,
	label: text,
	group: v.picklist(['commun', 'familial', 'personnel', 'stagiaire', 'voeu']),
	text,
	wishes: text,
	claim: v.optional(v.array(predicate)),
	when: v.optional(v.array(condition)),
	cases: v.pipe(
		v.array(
			v.strictObject({
				when: v.optional(v.array(predicate)),
				amounts: v.pipe(v.array(amount), v.minLength(1))
			})
		),
		v.minLength(1)
	),
	inputs: v.array(fact),
	asked: v.optional(v.boolean()),
	extension: v.picklist(['gardee', 'gardee-a-confirmer', 'retiree', 'retiree-a-confirmer']),
	readAt: v.picklist(referenceDates),
	pieces: ids,
	sources: v.pipe(ids, v.minLength(1)),
	confidence
});

const source = v.strictObject({
	id: text,
	title: text,
	url: v.nullable(v.pipe(v.string(), v.url())),
	date: v.nullable(v.string())
});

const bareme = v.strictObject({
	id: text,
	label: text,
	movement: v.picklist(movements),
	readOn: civilDateSchema,
	statuts: v.array(v.picklist(['titulaire', 'stagiaire'])),
	echelons: v.array(v.strictObject({ corps: ids, grade: text, max: v.number() })),
	maxWishes: v.strictObject({ value: v.number(), confidence, sources: ids }),
	singleEntities: v.array(ids),
	separation: v.strictObject({ cap: v.number(), stagiaireCap: v.number() }),
	cimm: ids,
	exclusions: v.array(v.strictObject({ a: text, b: ids, confidence })),
	groups: v.array(v.strictObject({ id: text, bundles: v.array(ids), confidence })),
	extension: v.nullable(v.strictObject({ excluded: ids, sources: ids, confidence })),
	rules: v.array(rule),
	sources: v.array(source)
});

const datedFact = v.strictObject({ value: civilDateSchema, confidence });
const dayOrHour = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2})?)?$/));

const campaign = v.strictObject({
	id: text,
	movement: v.picklist(movements),
	year: v.number(),
	label: text,
	bareme: v.nullable(text),
	texts: ids,
	dates: v.nullable(v.record(v.picklist(referenceDates), datedFact)),
	phases: v.array(
		v.strictObject({
			id: text,
			label: text,
			from: v.nullable(dayOrHour),
			to: v.nullable(dayOrHour),
			academie: v.optional(text),
			confidence,
			sources: v.pipe(ids, v.minLength(1))
		})
	),
	note: v.nullable(text)
});

const neighbours = v.record(v.string(), ids);

export const mobilityDataSchema = v.strictObject({
	sources: v.array(source),
	campaigns: v.array(campaign),
	baremes: v.array(bareme),
	academies: v.object({
		academies: v.array(
			v.object({
				code: text,
				name: text,
				departements: v.array(v.object({ code: text, name: text })),
				neighbours: ids,
				neighboursOverSea: ids
			})
		)
	}),
	departements: v.strictObject({
		asOf: civilDateSchema,
		sources: v.array(source),
		neighbours,
		postalExceptions: neighbours,
		outside: v.array(v.strictObject({ code: text, name: text }))
	}),
	barres: v.strictObject({
		asOf: civilDateSchema,
		sources: v.array(source),
		disciplines: v.array(
			v.strictObject({
				code: text,
				label: text,
				confidence: v.record(v.string(), confidence),
				note: v.string(),
				rows: v.array(
					v.strictObject({
						academie: text,
						bars: v.array(
							v.strictObject({
								year: v.number(),
								points: v.nullable(v.number()),
								entrants: v.nullable(v.number())
							})
						)
					})
				)
			})
		)
	}),
	pieces: v.strictObject({
		asOf: civilDateSchema,
		sources: v.array(source),
		items: v.array(
			v.strictObject({
				id: text,
				label: text,
				documents: v.pipe(v.array(text), v.minLength(1)),
				validity: v.nullable(text),
				medical: v.boolean(),
				sources: v.pipe(ids, v.minLength(1)),
				confidence
			})
		)
	})
});
