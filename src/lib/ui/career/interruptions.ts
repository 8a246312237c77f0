/** Breaks in service and part-time as the person writes them: kept as text, read by the engine when whole. */
import type { Interruption } from '$lib/core/career';
import { parseCivilDate } from '$lib/core/shared';
import * as v from 'valibot';

export const breakKinds = [
	{ value: 'temps-partiel', label: 'Temps partiel' },
	{ value: 'disponibilite', label: 'Disponibilité' },
	{ value: 'conge-parental', label: 'Congé parental' },
	{ value: 'longue-duree', label: 'Congé de longue durée' },
	{ value: 'autre', label: 'Autre interruption' }
] as const;

/** No rule was found: the person says how much of it counts. */
export const countedShares = [
	{ value: '1', label: 'Compte en entier' },
	{ value: '0.5', label: 'Compte pour moitié' },
	{ value: '0', label: 'Ne compte pas' }
] as const;

const saidSchema = v.array(
	v.object({ kind: v.string(), from: v.string(), to: v.string(), counted: v.string() })
);
export type SaidBreak = v.InferOutput<typeof saidSchema>[number];

/** What was kept; nothing when it is not what this build writes. */
export function readBreaks(text: string): readonly SaidBreak[] {
	if (text === '') return [];
	try {
		const parsed = v.safeParse(saidSchema, JSON.parse(text));
		return parsed.success ? parsed.output : [];
	} catch {
		return [];
	}
}

export const writeBreaks = (breaks: readonly SaidBreak[]): string =>
	breaks.length > 0 ? JSON.stringify(breaks.toSorted((a, b) => (a.from < b.from ? -1 : 1))) : '';

/** Why a break cannot be added to the others, in French; null when it can. */
export function refuseBreak(said: SaidBreak, others: readonly SaidBreak[]): string | null {
	if (!parseCivilDate(said.from) || !parseCivilDate(said.to))
		return 'Indiquez le premier et le dernier jour.';
	if (said.to < said.from) return 'Le dernier jour vient avant le premier.';
	const overlaps = others.some(({ from, to }) => said.from <= to && from <= said.to);
	return overlaps ? 'Cette période en recouvre une autre.' : null;
}

export const interruptionsOf = (breaks: readonly SaidBreak[]): Interruption[] =>
	breaks.flatMap(({ from, to, counted }) => {
		const [first, last] = [parseCivilDate(from), parseCivilDate(to)];
		return first && last ? [{ from: first, to: last, counted: Number(counted) }] : [];
	});
