/**
 * What the open simulation API accepts for a barème: the shape and the ranges. What depends on the
 * campaign or on the map (names, own académie, number of wishes) is in `check-request.ts`.
 */
import * as v from 'valibot';

const years = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20));
const place = v.pipe(v.string(), v.nonEmpty('Nom ou code attendu.'));
const absent = v.nullish;

export const secondDegreeCorps = ['certifie', 'agrege', 'plp', 'peps', 'cpe', 'psyen'] as const;

const stagiaire = v.strictObject({
	exContractuel: v.optional(v.boolean()),
	academieStage: absent(place),
	academieConcours: absent(place),
	dixPoints: v.optional(v.boolean()),
	exTitulaireEnseignant: v.optional(v.boolean()),
	anneesExTitulaire: v.optional(years),
	exFonctionnaire: v.optional(v.boolean()),
	academieAvantConcours: absent(place)
});

const candidat = v.strictObject({
	statut: v.optional(v.picklist(['titulaire', 'stagiaire'])),
	corps: v.optional(
		v.picklist([...secondDegreeCorps, 'pe', 'instituteur', 'chaire-superieure', 'contractuel'])
	),
	grade: v.optional(
		v.picklist([
			'classe-normale',
			'hors-classe',
			'classe-exceptionnelle',
			'unique',
			'categorie-1',
			'categorie-2'
		])
	),
	echelon: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(13))),
	anneesDansEchelon: v.optional(years),
	academie: v.optional(place),
	departement: v.optional(place),
	anneesPoste: v.optional(years),
	detachementAnnees: v.optional(years),
	participationObligatoire: v.optional(v.boolean()),
	stagiaire: absent(stagiaire),
	anneesDepartement: v.optional(years),
	moisDepartement: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(11)))
});

const famille = v.strictObject({
	rapprochement: absent(
		v.strictObject({
			type: v.optional(v.picklist(['conjoints', 'autorite-parentale-conjointe'])),
			codePostal: absent(
				v.pipe(v.string(), v.regex(/^\d{5}$/, 'Code postal attendu sur cinq chiffres.'))
			),
			departement: absent(place),
			enfants: v.optional(count),
			separation: absent(
				v.strictObject({ anneesActivite: v.optional(years), anneesConge: v.optional(years) })
			)
		})
	),
	mutationSimultanee: absent(
		v.strictObject({
			conjoint: v.optional(v.boolean()),
			academie: absent(place),
			departement: absent(place),
			enfants: v.optional(count),
			totalAutre: absent(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)))
		})
	)
});

const situations = v.strictObject({
	boe: v.optional(v.boolean()),
	handicapDemande: v.optional(v.array(place)),
	educationPrioritaire: absent(
		v.strictObject({
			type: v.optional(v.picklist(['rep+', 'ville', 'rep'])),
			annees: v.optional(years)
		})
	),
	claAnnees: v.optional(years),
	popAnnees: v.optional(years),
	mayotteAnnees: v.optional(years),
	guyaneAnnees: v.optional(years),
	guyaneIsoleAnnees: v.optional(years),
	sportifAnnees: v.optional(years),
	cimm: absent(place),
	corseDemandes: v.optional(years),
	reintegration: absent(place),
	voeuPreferentiel: absent(
		v.strictObject({
			academie: v.optional(place),
			departement: v.optional(place),
			demandesConsecutives: v.optional(
				v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
			)
		})
	)
});

export const situationSchema = v.strictObject({
	candidat,
	famille: absent(famille),
	situations: absent(situations)
});

export const baremeRequestSchema = v.strictObject({
	campagne: v.pipe(v.string(), v.regex(/^(inter|interdepartemental)-\d{4}$/, 'Campagne inconnue.')),
	reglesDe: absent(
		v.pipe(v.string(), v.regex(/^(inter|interdepartemental)-\d{4}$/, 'Campagne inconnue.'))
	),
	...situationSchema.entries,
	voeux: v.pipe(v.array(place), v.minLength(1, 'Au moins un vœu.'))
});

export type BaremeRequest = v.InferOutput<typeof baremeRequestSchema>;
