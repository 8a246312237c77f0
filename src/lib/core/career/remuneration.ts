/**
 * A month's pay, line by line: index pay, allowances, contributions, net. Each line is rounded to the
 * cent, so that the lines add up to the net that is shown.
 */
import type { Confidence, Explanation } from '../reference';
import { frenchEuros, frenchNumber, frenchOrdinal, frenchPercent, roundCents } from '../shared';
import { grossMonthly, pointAt } from './gross';
import type { Pay, PayCase, PayLine } from './pay';
import type { CareerReference } from './reference';

type Facts = { readonly sources: readonly string[]; readonly confidence: Confidence };
type Input = Explanation['inputs'][number];

export function computePay(given: PayCase, reference: CareerReference): Pay {
	const { on, quotity } = given;
	const facts = reference.data.remuneration;
	const lines: PayLine[] = [];
	let kind: PayLine['kind'] = 'paid';
	const add = (
		rule: string,
		label: string,
		euros: number,
		text: string,
		fact: Facts,
		...used: readonly Input[]
	): number => {
		const amount = roundCents(euros);
		if (amount !== 0)
			lines.push({
				kind,
				label,
				amount,
				why: {
					rule,
					text,
					inputs: [...used, { label: 'Montant', value: frenchEuros(amount) }],
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

	const paidShare: Input = { label: 'Part payée d’un plein temps', value: frenchPercent(quotity) };
	const rung: readonly Input[] = given.rank
		? [{ label: 'Échelon', value: frenchOrdinal(given.rank.echelon) }]
		: [];
	const index: readonly Input[] =
		given.indice === null ? [] : [{ label: 'Indice majoré', value: String(given.indice) }];
	const point = pointAt(reference, on);
	const gross = add(
		'traitement-brut',
		'Traitement brut',
		given.gross * quotity,
		(given.indice === null || point === null
			? `Montant donné\u00a0: ${frenchEuros(given.gross)}${share}.`
			: `${given.indice} × ${frenchNumber(point, 4)}\u00a0€ ÷ 12${share}.`) + partTime,
		reference.data.point,
		...index,
		paidShare
	);
	const residence = residenceLine();
	const family = familyLine();
	const allowances = allowanceLines();
	const totalGross = roundCents(gross + residence + family + allowances);
	kind = 'contribution';
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
			rule,
			{ label: 'Zone de résidence', value: String(given.zone) },
			{ label: 'Traitement brut', value: frenchEuros(gross) }
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
		return add(
			'sft',
			'Supplément familial de traitement',
			fixed + rate * base,
			text,
			rule,
			{ label: 'Enfants à charge', value: String(children) },
			...index
		);
	}

	function allowanceLines(): number {
		const { rank } = given;
		const monthly = (rule: string, label: string, annual: number, fact: Facts, detail = '') =>
			add(
				rule,
				label,
				(annual / 12) * quotity,
				`${frenchEuros(annual)} par an ÷ 12${share}.${detail}`,
				fact,
				...(rule === 'attractivite' ? rung : []),
				paidShare
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
		const onGross: Input = { label: 'Traitement brut', value: frenchEuros(gross) };
		const onTotal: Input = { label: 'Total brut', value: frenchEuros(totalGross) };
		const onBase = `sur ${frenchEuros(roundCents(base))} (abattement de ${frenchPercent(csg.allowance)})`;
		return (
			add(
				'pension-civile',
				'Pension civile',
				-pension.rate * gross,
				`${frenchPercent(pension.rate)} du traitement brut.`,
				pension,
				onGross
			) +
			add('csg', 'CSG', -csg.rate * base, `${frenchPercent(csg.rate)} ${onBase}.`, csg, onTotal) +
			add(
				'crds',
				'CRDS',
				-crds.rate * base,
				`${frenchPercent(crds.rate)} ${onBase}.`,
				crds,
				onTotal
			) +
			add(
				'rafp',
				'RAFP',
				-rafp.rate * bonus,
				`${frenchPercent(rafp.rate)} des indemnités, dans la limite de ${frenchPercent(rafp.cap)} du traitement.`,
				rafp,
				{ label: 'Part soumise', value: frenchEuros(roundCents(bonus)) },
				onGross
			)
		);
	}
}
