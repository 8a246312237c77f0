/** `POST /api/v1/simulations/remuneration` */
import * as v from 'valibot';
import { cite, simulation, type Missing } from '../../reference';
import { fail, ok, refusal, type AppError, type Result } from '../../shared';
import { grossMonthly } from '../gross';
import { healthCover } from '../health-cover';
import type { PayCase } from '../pay';
import type { CareerReference } from '../reference';
import { computePay } from '../remuneration';
import { snapshot } from '../snapshot';
import * as atoms from './atoms';

const schema = v.pipe(
	v.strictObject({
		position: v.optional(atoms.position),
		indiceMajore: v.optional(atoms.whole(300, 1600)),
		brutMensuel: v.optional(atoms.between(0, 20_000)),
		le: atoms.date,
		quotite: v.optional(atoms.between(0.1, 1), 1),
		zoneResidence: v.optional(v.picklist([1, 2, 3]), 3),
		enfants: v.optional(atoms.whole(0, 15), 0),
		indemnites: v.optional(
			v.strictObject({
				isae: v.optional(atoms.between(0, 1), 0),
				isoe: v.optional(v.boolean(), false),
				isoeModulable: v.optional(
					v.nullable(v.picklist(['6e-5e-4e', '3e-et-lycee', 'lp-autres', 'referent'])),
					null
				),
				attractivite: v.optional(v.boolean()),
				equipement: v.optional(v.boolean())
			})
		),
		psc: v.optional(
			v.nullable(
				v.strictObject({
					cotisationEquilibre: atoms.between(0, 1000),
					referenceRemuneration: atoms.between(100, 20_000)
				})
			),
			null
		)
	}),
	v.check(
		({ position, indiceMajore, brutMensuel }) =>
			[position, indiceMajore, brutMensuel].filter((field) => field !== undefined).length === 1,
		'Indiquez une seule base\u00a0: position, indiceMajore ou brutMensuel.'
	)
);
type Input = v.InferOutput<typeof schema>;

interface Base {
	readonly indice: number | null;
	readonly gross: number | null;
	readonly rank: PayCase['rank'];
	readonly missing: readonly Missing[];
}

function baseOf(input: Input, reference: CareerReference): Result<Base> {
	const { position, indiceMajore, brutMensuel, le } = input;
	if (position) {
		if (position.depuis > le)
			return fail(
				refusal(
					'simulation.invalid',
					'position.depuis',
					'L’entrée dans l’échelon vient après «\u202fle\u202f».'
				)
			);
		const now = snapshot(position, le, reference);
		if (!now.ok) return now;
		const { indice, gross, missing } = now.value;
		return ok({ indice: indice.value, gross: gross.value, rank: position, missing });
	}
	if (indiceMajore === undefined)
		return ok({ indice: null, gross: brutMensuel!, rank: null, missing: [] });
	const gross = grossMonthly(reference, indiceMajore, le);
	const missing =
		gross === null
			? [{ path: 'le', question: 'La valeur du point n’est pas connue à cette date.' }]
			: [];
	return ok({ indice: indiceMajore, gross, rank: null, missing });
}

/** Allowances the corps does not receive are refused, not ignored. */
function wrongAllowance(input: Input, reference: CareerReference): AppError | null {
	const { isae, isoe } = reference.data.remuneration;
	const asked = input.indemnites;
	const corps = input.position?.corps;
	const allowed = (list: readonly string[]) => corps !== undefined && list.includes(corps);
	if (asked && asked.isae > 0 && !allowed(isae.corps))
		return refusal(
			'simulation.invalid',
			'indemnites.isae',
			'L’ISAE est celle des professeurs des écoles.'
		);
	if (asked?.isoe && !allowed(isoe.corps))
		return refusal(
			'simulation.invalid',
			'indemnites.isoe',
			'L’ISOE n’est pas connue pour cette base ou ce corps.'
		);
	if (asked?.isoeModulable && !allowed(isoe.corps))
		return refusal(
			'simulation.invalid',
			'indemnites.isoeModulable',
			'L’ISOE n’est pas connue pour cette base ou ce corps.'
		);
	return null;
}

function missingOf(input: Input, base: Base, reference: CareerReference): Missing[] {
	const { isae, isoe } = reference.data.remuneration;
	const missing = [...base.missing];
	const corps = input.position?.corps;
	const unsaid = (field: 'isae' | 'isoe') =>
		input.indemnites?.[field] === undefined || !input.indemnites;
	if (corps && isae.corps.includes(corps) && unsaid('isae'))
		missing.push({
			path: 'indemnites.isae',
			question: 'Percevez-vous l’ISAE, et à quelle quotité\u202f?'
		});
	if (corps && isoe.corps.includes(corps) && unsaid('isoe'))
		missing.push({ path: 'indemnites.isoe', question: 'Percevez-vous l’ISOE\u202f?' });
	if (input.indemnites?.isoe && input.le < isoe.series[0]!.from)
		missing.push({
			path: 'indemnites.isoe',
			question: 'Le montant de l’ISOE avant le 1er septembre 2023 n’a pas été relevé.'
		});
	return missing;
}

export const remuneration = simulation(schema, (input, reference: CareerReference) => {
	const wrong = wrongAllowance(input, reference);
	if (wrong) return fail(wrong);
	const found = baseOf(input, reference);
	if (!found.ok) return found;
	const base = found.value;
	const manquants = missingOf(input, base, reference);
	if (base.gross === null)
		return ok({
			values: {
				indiceMajore: base.indice,
				brutMensuel: null,
				indemnitesMensuelles: null,
				netMensuel: null,
				psc: null,
				lignes: []
			},
			au: input.le,
			manquants
		});
	const pay = computePay(
		{
			on: input.le,
			indice: base.indice,
			gross: base.gross,
			rank: base.rank,
			quotity: input.quotite,
			zone: input.zoneResidence,
			children: input.enfants,
			isae: input.indemnites?.isae ?? 0,
			isoe: input.indemnites?.isoe ?? false,
			isoeModulable: input.indemnites?.isoeModulable ?? null,
			attractivite: input.indemnites?.attractivite ?? true,
			equipement: input.indemnites?.equipement ?? true
		},
		reference
	);
	const given = input.psc && {
		balance: input.psc.cotisationEquilibre,
		referencePay: input.psc.referenceRemuneration
	};
	const psc = healthCover(pay.gross, input.le, given, reference);
	return ok({
		values: {
			indiceMajore: base.indice,
			brutMensuel: pay.gross,
			indemnitesMensuelles: pay.allowances,
			netMensuel: pay.net,
			psc: psc?.amount ?? null,
			pscDetail: psc ? cite(psc.why) : null,
			lignes: pay.lines.map(({ label, amount, why }) => ({
				libelle: label,
				montant: amount,
				...cite(why)
			}))
		},
		au: input.le,
		manquants
	});
});
