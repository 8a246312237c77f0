/**
 * A month's pay, line by line: index pay, allowances, contributions, net. Each line is rounded to the
 * cent, so that the lines add up to the net that is shown.
 */
import type { Confidence, Explanation } from '../reference';
import { frenchEuros, frenchNumber, frenchPercent, roundCents, type CivilDate } from '../shared';
import type { CorpsId, GradeId } from './corps';
import { grossMonthly, pointAt } from './gross';
import type { CareerReference } from './reference';

export interface PayCase {
	readonly on: CivilDate;
	/** Index paid; null when only the gross is known. */
	readonly indice: number | null;
	/** Gross index pay for a full service. */
	readonly gross: number;
	/** Corps, grade and échelon, for the allowances tied to them; null without a position. */
	readonly rank: {
		readonly corps: CorpsId;
		readonly grade: GradeId;
		readonly echelon: number;
	} | null;
	/** Share of the pay of a full service. */
	readonly quotity: number;
	readonly zone: 1 | 2 | 3;
	readonly children: number;
	/** Share of a full ISAE, 0 when none. */
	readonly isae: number;
	readonly isoe: boolean;
	readonly isoeModulable: string | null;
	readonly attractivite: boolean;
	readonly equipement: boolean;
}

export interface PayLine {
	readonly label: string;
	readonly amount: number;
	readonly why: Explanation;
}

export interface Pay {
	readonly lines: readonly PayLine[];
	readonly gross: number;
	/** Allowances, transfert primes-points included; residence and family supplement apart. */
	readonly allowances: number;
	/** Everything before contributions. */
	readonly totalGross: number;
	readonly net: number;
}

type Facts = { readonly sources: readonly string[]; readonly confidence: Confidence };

export function computePay(given: PayCase, reference: CareerReference): Pay {
	const { on, quotity } = given;
	const facts = reference.data.remuneration;
	const lines: PayLine[] = [];
	const add = (rule: string, label: string, euros: number, text: string, fact: Facts): number => {
		const amount = roundCents(euros);
		if (amount !== 0)
			lines.push({
				label,
				amount,
				why: {
					rule,
					text,
					inputs: [{ label, value: frenchEuros(amount) }],
					sources: reference.sources(fact.sources),
					confidence: fact.confidence,
					at: on
				}
			});
		return amount;
	};
	const share = quotity === 1 ? '' : ` × ${frenchPercent(quotity)}`;
	const partTime =
		quotity === 0.8 || quotity === 0.9
			? ' À 80\u00a0% et 90\u00a0% d’un temps plein, la part payée est plus forte que la part travaillée\u00a0: à confirmer sur le bulletin.'
			: '';

	const point = pointAt(reference, on);
	const gross = add(
		'traitement-brut',
		'Traitement brut',
		given.gross * quotity,
		(given.indice === null || point === null
			? `Montant donné\u00a0: ${frenchEuros(given.gross)}${share}.`
			: `${given.indice} × ${frenchNumber(point, 4)}\u00a0€ ÷ 12${share}.`) + partTime,
		reference.data.point
	);
	const residence = residenceLine();
	const family = familyLine();
	const allowances = allowanceLines();
	const totalGross = roundCents(gross + residence + family + allowances);
	const contributions = contributionLines();
	return { lines, gross, allowances, totalGross, net: roundCents(totalGross + contributions) };

	function residenceLine(): number {
		const rule = facts.residence;
		const rate = rule.zones[given.zone] ?? 0;
		const floor = (grossMonthly(reference, rule.minIndex, on) ?? 0) * quotity;
		const text = `${frenchPercent(rate)} du traitement en zone ${given.zone}, jamais moins que sur l’indice ${rule.minIndex}.`;
		return add(
			'indemnite-residence',
			'Indemnité de résidence',
			rate * Math.max(gross, floor),
			text,
			rule
		);
	}

	function familyLine(): number {
		const rule = facts.sft;
		const { children, indice } = given;
		if (children === 0 || on < rule.from) return 0;
		const band = rule.byChildren[Math.min(children, 3) - 1]!;
		const extra = Math.max(0, children - 3);
		const fixed = band.fixed + extra * rule.perExtraChild.fixed;
		const rate = band.rate + extra * rule.perExtraChild.rate;
		const bounded = (index: number) => grossMonthly(reference, index, on) ?? 0;
		const base = Math.max(
			bounded(rule.minIndex),
			Math.min(indice === null ? given.gross : bounded(indice), bounded(rule.maxIndex))
		);
		const text = `${frenchEuros(fixed)} + ${frenchPercent(rate)} du traitement, entre les indices ${rule.minIndex} et ${rule.maxIndex}. Un seul parent le perçoit.`;
		return add('sft', 'Supplément familial de traitement', fixed + rate * base, text, rule);
	}

	function allowanceLines(): number {
		const { rank } = given;
		const monthly = (rule: string, label: string, annual: number, fact: Facts, detail = '') =>
			add(
				rule,
				label,
				(annual / 12) * quotity,
				`${frenchEuros(annual)} par an ÷ 12${share}.${detail}`,
				fact
			);
		let total = 0;
		const isae = facts.isae.series.findLast(({ from }) => from <= on)?.annual ?? 0;
		total += monthly('isae', 'ISAE', isae * given.isae, facts.isae);
		if (given.isoe) {
			const isoe = facts.isoe.series.findLast(({ from }) => from <= on)?.annual ?? 0;
			total += monthly('isoe', 'ISOE, part fixe', isoe, facts.isoe);
		}
		if (given.isoeModulable !== null && on >= facts.isoeModulable.from) {
			const frozen = rank?.corps === 'agrege' && given.isoeModulable === '6e-5e-4e';
			const annual = frozen
				? facts.isoeModulable.agrege
				: (facts.isoeModulable.annual[given.isoeModulable] ?? 0);
			const doubt =
				rank?.corps === 'agrege' && given.isoeModulable === '3e-et-lycee'
					? ` En 3e ou en 2de, un agrégé perçoit ${frenchEuros(facts.isoeModulable.agrege)} par an.`
					: '';
			total += monthly(
				'isoe-modulable',
				'ISOE, part modulable',
				annual,
				facts.isoeModulable,
				doubt
			);
		}
		if (given.attractivite && rank?.grade === 'classe-normale') {
			const set = facts.attractivite.series.findLast(({ from }) => from <= on);
			const annual = set?.byEchelon[rank.echelon] ?? 0;
			total += monthly('attractivite', 'Prime d’attractivité', annual, facts.attractivite);
		}
		if (given.equipement && rank && facts.equipement.corps.includes(rank.corps))
			total += monthly(
				'equipement',
				'Prime d’équipement informatique',
				facts.equipement.annual,
				facts.equipement,
				' Versée en une fois dans l’année.'
			);
		total += monthly(
			'transfert-primes-points',
			'Transfert primes-points',
			facts.primesPoints.annual,
			facts.primesPoints
		);
		return roundCents(total);
	}

	function contributionLines(): number {
		const { pension, csg, crds, rafp } = facts;
		const base = totalGross * (1 - csg.allowance);
		const bonus = Math.max(0, Math.min(residence + family + allowances, rafp.cap * gross));
		const onBase = `sur ${frenchEuros(roundCents(base))} (abattement de ${frenchPercent(csg.allowance)})`;
		return (
			add(
				'pension-civile',
				'Pension civile',
				-pension.rate * gross,
				`${frenchPercent(pension.rate)} du traitement brut.`,
				pension
			) +
			add('csg', 'CSG', -csg.rate * base, `${frenchPercent(csg.rate)} ${onBase}.`, csg) +
			add('crds', 'CRDS', -crds.rate * base, `${frenchPercent(crds.rate)} ${onBase}.`, crds) +
			add(
				'rafp',
				'RAFP',
				-rafp.rate * bonus,
				`${frenchPercent(rafp.rate)} des indemnités, dans la limite de ${frenchPercent(rafp.cap)} du traitement.`,
				rafp
			)
		);
	}
}
