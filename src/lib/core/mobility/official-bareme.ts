/**
 * The barème once a service has looked at it: rights refused count for nothing, those only asked for
 * count once granted. The engine is run again without the refused rules, so that what rests on them
 * falls with them and what they excluded comes back.
 */
import { evaluateBareme, type BaremeInput } from './evaluate-bareme';
import { toldCorrections, type Correction, type ToldCorrection } from './correction';
import type { Exclusion } from './rule';
import type { RequestScore, VoeuScore } from './score';

export const verdicts = ['accordee', 'refusee'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Decision {
	readonly rule: string;
	readonly verdict: Verdict;
	/** Identifier in the bank of reasons; null where the right is granted. */
	readonly reason: string | null;
	readonly comment: string | null;
}

export interface OfficialLine {
	readonly rule: string;
	readonly label: string;
	readonly points: number;
}

export interface OfficialVoeu {
	readonly voeu: string;
	readonly total: number;
	readonly lines: readonly OfficialLine[];
}

export interface OfficialRefusal {
	readonly rule: string;
	readonly label: string;
	readonly reason: string;
	readonly comment: string | null;
}

export interface OfficialBareme {
	readonly voeux: readonly OfficialVoeu[];
	readonly extension: number | null;
	readonly refused: readonly OfficialRefusal[];
	/** Declared figures the service put right. */
	readonly corrected?: readonly ToldCorrection[];
	/** Version of the reference data the engine read. */
	readonly version: string;
}

/** A right the person claims, with the points it gives at most; the order of the rules. */
export interface ClaimedRight {
	readonly rule: string;
	readonly label: string;
	/** The same for every wish, or the greatest. */
	readonly points: number;
	/** Wishes it bears on. */
	readonly voeux: readonly string[];
	/** Granted by someone else's decision, never acquired. */
	readonly asked: boolean;
}

/** What a service has to decide, right by right. */
export function claimedRights(score: RequestScore): ClaimedRight[] {
	const rights = new Map<string, ClaimedRight>();
	const add = ({ voeu }: VoeuScore, line: OfficialLine, asked: boolean) => {
		if (line.points === 0) return;
		const { rule, label, points } = line;
		const known = rights.get(rule);
		rights.set(rule, {
			...{ rule, label, asked },
			points: Math.max(points, known?.points ?? points),
			voeux: [...(known?.voeux ?? []), voeu]
		});
	};
	for (const voeu of score.voeux) {
		for (const line of voeu.lines) add(voeu, line, false);
		for (const line of voeu.requested) add(voeu, line, true);
	}
	return [...rights.values()];
}

const brief = ({ rule, label, points }: OfficialLine): OfficialLine => ({ rule, label, points });

/** Once granted, what was only asked for counts, in the place of what it was set against. */
function replacing({ a, b, confidence }: Exclusion, granted: ReadonlySet<string>): Exclusion[] {
	const kept = b.filter((rule) => !granted.has(rule));
	return [
		...b.filter((rule) => granted.has(rule)).map((rule) => ({ a: rule, b: [a], confidence })),
		...(kept.length > 0 ? [{ a, b: kept, confidence }] : [])
	];
}

export function officialBareme(
	input: BaremeInput,
	decisions: readonly Decision[],
	version: string,
	corrections: readonly Correction[] = []
): OfficialBareme {
	const refused = decisions.filter(({ verdict }) => verdict === 'refusee');
	const asked = new Set(input.bareme.rules.filter((rule) => rule.asked).map(({ id }) => id));
	const granted = new Set(
		decisions.filter((one) => one.verdict === 'accordee' && asked.has(one.rule)).map((d) => d.rule)
	);
	const without = new Set(refused.map(({ rule }) => rule));
	const rules = input.bareme.rules
		.filter(({ id }) => !without.has(id))
		.map((rule) => (granted.has(rule.id) ? { ...rule, asked: false } : rule));
	const exclusions = input.bareme.exclusions.flatMap((pair) => replacing(pair, granted));
	const score = evaluateBareme({ ...input, bareme: { ...input.bareme, rules, exclusions } });
	const labelOf = new Map(input.bareme.rules.map(({ id, label }) => [id, label]));
	return {
		voeux: score.voeux.map(({ voeu, total, lines }) => ({
			...{ voeu, total },
			lines: lines.filter(({ points }) => points !== 0).map(brief)
		})),
		extension: score.extension?.points ?? null,
		refused: refused.map(({ rule, reason, comment }) => ({
			...{ rule, label: labelOf.get(rule) ?? rule },
			...{ reason: reason ?? '', comment }
		})),
		...(corrections.length > 0 && { corrected: toldCorrections(corrections) }),
		version
	};
}
