import {
	positionSaid,
	snapshot,
	snapshotOfRecord,
	type CareerReference,
	type SaidPosition,
	type Snapshot
} from '$lib/core/career';
import type { AgentRecord } from '$lib/core/institution';
import type { CivilDate } from '$lib/core/shared';
import { gradeName, rungLabel } from '../career/labels';
import { shortDate } from '../text/format';

interface Beside {
	readonly label: string;
	/** Null where it is not known. */
	readonly official: string | null;
	readonly own: string | null;
}

interface Side {
	readonly now: Snapshot | null;
	/** The date of the échelon is known, and with it what counts seniority. */
	readonly dated: boolean;
}

const facts: readonly (readonly [string, (now: Snapshot, dated: boolean) => string | null])[] = [
	['Corps', ({ corpsLabel }) => corpsLabel],
	['Grade', ({ position }) => gradeName(position.grade) || null],
	['Échelon', ({ position }) => rungLabel(position)],
	['Depuis', ({ position }, dated) => (dated ? shortDate(position.depuis) : null)],
	['Indice majoré', ({ indice }) => (indice.value === null ? null : String(indice.value))],
	[
		'Prochaine étape',
		({ next }, dated) =>
			dated && next ? `${rungLabel(next)}, ${shortDate(next.date.value)}` : null
	]
];

const read = ([, write]: (typeof facts)[number], { now, dated }: Side) => now && write(now, dated);

export function beside(
	record: AgentRecord | null,
	said: SaidPosition,
	today: CivilDate,
	reference: CareerReference
): Beside[] {
	const official = record && snapshotOfRecord(record, today, reference);
	const found = positionSaid(said, today, reference);
	const own = found && snapshot(found.position, today, reference);
	const left: Side = { now: official?.ok ? official.value : null, dated: true };
	const right: Side = { now: own?.ok ? own.value : null, dated: found?.dated ?? false };
	return facts.map((fact) => ({
		label: fact[0],
		official: read(fact, left),
		own: read(fact, right)
	}));
}
