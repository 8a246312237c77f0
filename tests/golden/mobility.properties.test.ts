/** What stays true of every request, whatever the person and the wishes. */
import {
	baremeOf,
	campaignOf,
	evaluateBareme,
	resolveRules,
	type RequestScore,
	type Situation
} from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const { geography } = mobilityReference;
const rulesOf = (id: string) => {
	const rules = resolveRules(mobilityReference, id, null);
	if (!rules.ok) throw new Error(id);
	return rules.value;
};
const inter = rulesOf('inter-2026');
const first = rulesOf('interdepartemental-2026');
const score = (situation: Situation, voeux: readonly string[], rules = inter): RequestScore =>
	evaluateBareme({
		campaign: rules.campaign,
		bareme: rules.bareme,
		situation,
		voeux,
		geography
	});

const names = geography.academies.map(({ name }) => name);
const codes = geography.academies.flatMap(({ departements }) =>
	departements.map(({ code }) => code)
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const years = fc.integer({ min: 0, max: 12 });

const home = fc.constantFrom(
	...geography.academies.flatMap(({ name, departements }) =>
		departements.map(({ code }) => ({ academie: name, departement: code }))
	)
);
const rapprochement = fc.record({
	type: fc.constantFrom('conjoints' as const, 'autorite-parentale-conjointe' as const),
	departement: fc.constantFrom(...codes),
	enfants: fc.integer({ min: 0, max: 5 }),
	separation: orNull(fc.record({ anneesActivite: years, anneesConge: years }))
});
const pair = fc.record({
	conjoint: fc.boolean(),
	enfants: fc.integer({ min: 0, max: 3 }),
	totalAutre: orNull(fc.integer({ min: 0, max: 900 }))
});

const situation = (
	corps: fc.Arbitrary<string>,
	place: fc.Arbitrary<string>
): fc.Arbitrary<Situation> =>
	fc
		.record({
			home,
			statut: fc.constantFrom('titulaire' as const, 'stagiaire' as const),
			corps,
			grade: fc.constantFrom('classe-normale', 'hors-classe', 'classe-exceptionnelle'),
			echelon: fc.integer({ min: 1, max: 3 }),
			rest: fc.record({
				anneesDansEchelon: maybe(years),
				anneesPoste: maybe(years),
				detachementAnnees: maybe(years),
				anneesDepartement: years,
				participationObligatoire: fc.constant(true),
				stagiaire: orNull(
					fc.record({
						exContractuel: fc.boolean(),
						dixPoints: fc.boolean(),
						exTitulaireEnseignant: fc.boolean(),
						anneesExTitulaire: years,
						exFonctionnaire: fc.boolean(),
						academieAvantConcours: fc.constantFrom(...names)
					})
				)
			}),
			famille: fc.record({
				rapprochement: orNull(rapprochement),
				mutationSimultanee: orNull(pair)
			}),
			situations: fc.record({
				boe: fc.boolean(),
				handicapDemande: fc.array(place, { maxLength: 2 }),
				educationPrioritaire: orNull(
					fc.record({ type: fc.constantFrom('rep+' as const, 'rep' as const), annees: years })
				),
				claAnnees: years,
				sportifAnnees: years,
				guyaneAnnees: years,
				guyaneIsoleAnnees: years,
				cimm: orNull(place),
				corseDemandes: fc.integer({ min: 0, max: 4 }),
				voeuPreferentiel: orNull(
					fc.record({ academie: place, demandesConsecutives: fc.integer({ min: 1, max: 8 }) })
				)
			})
		})
		.map(({ home: where, statut, corps: ofCorps, grade, echelon, rest, ...parts }) => ({
			candidat: { ...where, ...rest, statut, corps: ofCorps, grade, echelon },
			...parts
		}));

const person = situation(fc.constantFrom('certifie', 'agrege', 'plp'), fc.constantFrom(...names));
const schoolteacher = situation(fc.constant('pe'), fc.constantFrom(...codes));
const wishes = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 8 });
const wishesNear = fc.tuple(person, wishes).map(([who, voeux]) => {
	// Half of the time wish 1 is where the family is, so that its bonuses do count.
	const place = who.famille?.rapprochement?.departement;
	const academie = place ? geography.academieOf(place) : null;
	const first = academie ? [academie, ...voeux.filter((voeu) => voeu !== academie)] : voeux;
	return { who, voeux: first };
});

const firstWishRules = new Set([
	'stagiaire_10',
	'voeu_preferentiel',
	'cimm_dom',
	'rapprochement_conjoints',
	'autorite_parentale_conjointe',
	'enfants',
	'separation_activite',
	'separation_conge',
	'non_limitrophe_academies',
	'non_limitrophe_departements',
	'mutation_simultanee_conjoints'
]);

describe('every request', () => {
	test('keeps its scores when the wishes after the first change order', () => {
		fc.assert(
			fc.property(wishesNear, fc.nat(), ({ who, voeux }, seed) => {
				const [head, ...tail] = voeux;
				const turned = tail.map((_, i) => tail[(i + seed) % tail.length]!);
				const totals = (list: readonly string[]) =>
					Object.fromEntries(score(who, list).voeux.map(({ voeu, total }) => [voeu, total]));
				expect(totals([head!, ...turned])).toEqual(totals(voeux));
			}),
			{ numRuns: 200 }
		);
	});

	test('changes only what is tied to wish 1 when wish 1 changes', () => {
		fc.assert(
			fc.property(wishesNear, ({ who, voeux }) => {
				const lines = (list: readonly string[]) =>
					new Map(
						score(who, list).voeux.map(({ voeu, lines: all }) => [
							voeu,
							all
								.filter(({ rule }) => !firstWishRules.has(rule))
								.map(({ rule, points }) => [rule, points])
						])
					);
				const before = lines(voeux);
				const after = lines([...voeux].reverse());
				// Setting a right aside can only free one that wish 1 held back.
				for (const [voeu, kept] of before) expect(after.get(voeu)).toEqual(kept);
			}),
			{ numRuns: 200 }
		);
	});

	test('never loses a point to one more child', () => {
		fc.assert(
			fc.property(wishesNear, ({ who, voeux }) => {
				const family = who.famille?.rapprochement;
				fc.pre(family !== null && family !== undefined);
				const bigger: Situation = {
					...who,
					famille: {
						...who.famille,
						rapprochement: { ...family, enfants: (family!.enfants ?? 0) + 1 }
					}
				};
				const before = score(who, voeux).voeux;
				score(bigger, voeux).voeux.forEach(({ total }, i) =>
					expect(total).toBeGreaterThanOrEqual(before[i]!.total)
				);
			}),
			{ numRuns: 200 }
		);
	});

	test('never counts two rights that exclude each other, and keeps the stated one', () => {
		fc.assert(
			fc.property(wishesNear, ({ who, voeux }) => {
				for (const { lines, excluded } of score(who, voeux).voeux) {
					const counted = new Set(lines.map(({ rule }) => rule));
					for (const { a, b } of inter.bareme.exclusions) {
						if (!counted.has(a)) continue;
						for (const other of b) expect(counted.has(other), `${a} and ${other}`).toBe(false);
					}
					for (const { rule } of excluded) expect(counted.has(rule)).toBe(false);
				}
			}),
			{ numRuns: 200 }
		);
	});

	test('extends with no more than its lowest score', () => {
		fc.assert(
			fc.property(wishesNear, ({ who, voeux }) => {
				const { extension, voeux: scores } = score(who, voeux);
				expect(extension!.points).toBeLessThanOrEqual(
					Math.min(...scores.map(({ total }) => total))
				);
			}),
			{ numRuns: 200 }
		);
	});

	test('adds up to its lines, to the tenth of a point, in both degrees', () => {
		const check = (result: RequestScore) => {
			for (const { lines, total } of result.voeux) {
				const tenths = lines.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
				expect(Math.round(total * 10)).toBe(tenths);
				expect(Math.round(total * 10) / 10).toBe(total);
			}
		};
		fc.assert(fc.property(wishesNear, ({ who, voeux }) => check(score(who, voeux))));
		const departements = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(schoolteacher, departements, (who, voeux) => check(score(who, voeux, first)))
		);
	});

	test('asks only what could change the score', () => {
		fc.assert(
			fc.property(wishesNear, ({ who, voeux }) => {
				for (const { path } of score(who, voeux).missing) {
					const value = path
						.split('.')
						.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], who);
					expect(value ?? null, path).toBeNull();
				}
			})
		);
	});
});

test('every campaign that names a barème has one', () => {
	for (const { id, bareme } of mobilityReference.campaigns) {
		const campaign = campaignOf(mobilityReference, id)!;
		expect(baremeOf(mobilityReference, campaign)?.id ?? null).toBe(bareme);
	}
});
