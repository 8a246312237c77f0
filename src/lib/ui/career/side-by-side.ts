/** Where each future leads, and what it pays in all against the first one. */
import { explainStepPay, type CareerReference, type Snapshot } from '$lib/core/career';
import { weakest, type Explanation } from '$lib/core/reference';
import { days360, roundCents } from '$lib/core/shared';
import { money } from '../text/format';
import { rungLabel } from './labels';
import { changesPay, type ProjectionLine } from './projection-lines';

export interface Outcome extends Pick<ProjectionLine, 'id' | 'label' | 'tone'> {
	/** Rung and index held on the last day. */
	readonly rung: string;
	readonly indice: number | null;
	readonly gross: number | null;
	readonly why: { readonly rung: Explanation; readonly gross: Explanation };
	/** Gross paid over the whole period, less that of the first line; null for the first itself. */
	readonly difference: { readonly value: number; readonly why: Explanation } | null;
}

/** Each value holds until the next point; a month counts thirty days, as pay does. */
const paidOver = (points: ProjectionLine['points']): number =>
	roundCents(
		points
			.slice(1)
			.reduce(
				(sum, { date }, i) => sum + (points[i]!.value * days360(points[i]!.date, date)) / 30,
				0
			)
	);

export function outcomesOf(
	now: Snapshot,
	lines: readonly ProjectionLine[],
	reference: CareerReference
): Outcome[] {
	const [first] = lines;
	return lines.map((line) => {
		const { id, label, tone, points } = line;
		const paid = line.steps.filter(changesPay);
		const last = paid.at(-1);
		const [own, base] = [paidOver(points), paidOver(first!.points)];
		const pays = paid.map((step) => explainStepPay(step, reference));
		return {
			...{ id, label, tone },
			rung: rungLabel(last?.position ?? now.position),
			indice: last ? last.indice : now.indice.value,
			gross: points.at(-1)?.value ?? null,
			why: { rung: last?.why ?? now.indice.why, gross: pays.at(-1) ?? now.gross.why },
			difference:
				line === first
					? null
					: {
							value: roundCents(own - base),
							why: {
								rule: 'ecart-cumule',
								text: `Somme des traitements bruts de la période\u00a0: ${money(own)}, moins ${money(base)} ${first!.label}. Mois de 30 jours, indices connus et point d’aujourd’hui supposés inchangés\u202f; indemnités et cotisations non comptées.`,
								inputs: [
									{ label: 'Scénario', value: label },
									{ label: 'Comparé à', value: first!.label }
								],
								sources: (pays.at(-1) ?? now.gross.why).sources,
								confidence: weakest(
									now.gross.why.confidence,
									...paid.map(({ why }) => why.confidence),
									...pays.map(({ confidence }) => confidence)
								),
								at: points.at(-1)!.date
							}
						}
		};
	});
}
