/** Entering a corps whose own ladder is not known here: only the published rows answer. */
import type { Explanation } from '../reference';
import {
	fail,
	frenchSeniority,
	ok,
	refusal,
	seniorityFromDays,
	type CivilDate,
	type Result
} from '../shared';
import type { CorpsTable } from './career-data.schema';
import { rungName } from './explain';
import type { Position } from './position';
import type { CareerReference } from './reference';

export interface TableEntry {
	readonly echelon: number;
	/** Seniority kept, in days of the 360-day year. */
	readonly kept: number;
	readonly why: Explanation;
}

export function enterByTable(
	table: CorpsTable,
	position: Position,
	days: number,
	on: CivilDate,
	reference: CareerReference
): Result<TableEntry> {
	const grid = reference.corps.get(position.corps)?.gridId;
	const row = table.rows.find(
		({ grade, echelon, untilMonths }) =>
			grid === table.grid &&
			position.chevron === null &&
			grade === position.grade &&
			echelon === position.echelon &&
			(untilMonths === undefined || days < untilMonths * 30)
	);
	if (!row)
		return fail(
			refusal(
				'reference.unknown',
				'depuis',
				'Cette ligne du tableau de reclassement n’a pas été trouvée.'
			)
		);
	const [numerator, denominator] = row.ratio ?? [1, 1];
	const counted = Math.max(0, days - (row.beyondMonths ?? 0) * 30);
	const kept = Math.min(
		Math.floor((counted * numerator) / denominator) + (row.plusMonths ?? 0) * 30,
		(row.maxMonths ?? Infinity) * 30
	);
	const rule = numerator === 0 ? 'sans ancienneté' : `ancienneté × ${numerator}/${denominator}`;
	return ok({
		echelon: row.to,
		kept,
		why: {
			rule: 'reclassement-table',
			text: `${table.label}\u00a0: ${rungName(position)} de départ, ${row.to}e échelon à l’arrivée, ${rule}${row.plusMonths ? ` + ${row.plusMonths} mois` : ''}${row.beyondMonths ? ` au-delà de ${row.beyondMonths} mois` : ''}${row.maxMonths ? `, au plus ${row.maxMonths} mois` : ''}. La grille de ce corps a pu changer depuis.`,
			inputs: [{ label: 'Ancienneté', value: frenchSeniority(seniorityFromDays(days)) }],
			sources: reference.sources(table.sources),
			confidence: table.confidence,
			at: on
		}
	});
}
