/** The barème of the hors-classe: one table for the second degree, one for the PE. */
import { weakest, type Confidence, type Explanation, type Source } from '../reference';
import { dateFrom, frenchOrdinal } from '../shared';
import type { CareerData } from './career-data.schema';
import type { CorpsId } from './corps';
import { mergeSources } from './explain';
import { ratioOf } from './ratios';
import type { CareerReference } from './reference';

export const appreciations = [
	'a-consolider',
	'satisfaisant',
	'tres-satisfaisant',
	'excellent'
] as const;
export type Appreciation = (typeof appreciations)[number];

export const appreciationLabels: Readonly<Record<Appreciation, string>> = {
	'a-consolider': 'À consolider',
	satisfaisant: 'Satisfaisant',
	'tres-satisfaisant': 'Très satisfaisant',
	excellent: 'Excellent'
};

type Table = CareerData['horsClasse']['tables'][number];

export interface HorsClasseCase {
	readonly corps: CorpsId;
	readonly echelon: number;
	/** Whole years in the échelon at 31 August of the campaign. */
	readonly years: number;
	readonly appreciation: Appreciation;
	readonly campaign: number;
}

/** A band, never a percentage: what published promotions of other years suggest. */
export interface Outlook {
	readonly level: 'trop-tot' | 'possible' | 'probable';
	readonly text: string;
	readonly confidence: Confidence;
	readonly sources: readonly Source[];
}

export interface HorsClasseBareme {
	readonly promotable: boolean;
	readonly appreciationPoints: number | null;
	readonly seniorityPoints: number | null;
	readonly points: number | null;
	readonly outlook: Outlook;
	readonly why: Explanation;
}

export const tableFor = (
	corps: CorpsId,
	campaign: number,
	reference: CareerReference
): Table | null =>
	reference.data.horsClasse.tables.find(
		(table) => table.fromYear <= campaign && table.corps.includes(corps)
	) ?? null;

/** Points of the last row reached: beyond the table its last value holds. */
function seniorityPoints(table: Table, echelon: number, years: number): number | null {
	let points: number | null = null;
	for (const row of table.seniority)
		if (row.echelon === echelon && row.years <= years) points = row.points;
	return points;
}

const MARGIN = 20;

function outlookOf(
	{ corps, echelon, appreciation, campaign }: HorsClasseCase,
	points: number | null,
	table: Table,
	reference: CareerReference
): Outlook {
	const { lastGranted, profiles } = reference.data.horsClasse;
	const bar = lastGranted.find((entry) => entry.table === table.id)!;
	const shown = profiles.filter((profile) => profile.table === table.id);
	const ratio = ratioOf('hors-classe', corps, campaign, reference);
	const sources = mergeSources(
		reference.sources(bar.sources),
		...shown.map((profile) => reference.sources(profile.sources)),
		ratio?.why.sources ?? []
	);
	const told = (level: Outlook['level'], text: string): Outlook => ({
		level,
		text: `${text} Repères\u00a0: ${bar.what}, ${bar.points} points. ${shown.map((profile) => profile.text).join(' ')} ${ratio ? ratio.why.text : `Le taux de promotion de ${campaign} n’a pas été trouvé.`} La barre change avec l’académie et l’année.`,
		confidence: 'basse',
		sources
	});
	if (points === null) return told('trop-tot', 'Conditions non remplies cette année.');
	if (echelon === 9) return told('trop-tot', 'Aucun promu du 9e échelon dans les bilans lus.');
	if (points < bar.points - MARGIN)
		return told('trop-tot', 'Barème nettement sous le dernier promu connu.');
	if (points < bar.points || appreciation === 'a-consolider')
		return told('possible', 'Barème proche du dernier promu connu.');
	return told('probable', 'Barème au moins égal au dernier promu connu.');
}

export function horsClasse(
	given: HorsClasseCase,
	reference: CareerReference
): HorsClasseBareme | null {
	const table = tableFor(given.corps, given.campaign, reference);
	if (!table) return null;
	const { corps, echelon, years, appreciation, campaign } = given;
	const { eligibility } = reference.data.horsClasse;
	const promotable =
		echelon > eligibility.echelon ||
		(echelon === eligibility.echelon && years >= eligibility.years);
	const earned = promotable ? seniorityPoints(table, echelon, years) : null;
	const appreciated = table.appreciation[appreciation];
	const points = earned === null ? null : earned + appreciated;
	return {
		promotable,
		appreciationPoints: promotable ? appreciated : null,
		seniorityPoints: earned,
		points,
		outlook: outlookOf(given, points, table, reference),
		why: {
			rule: `hors-classe-${table.id}`,
			text:
				points === null
					? `Promouvable à partir de ${eligibility.years} ans dans le ${eligibility.echelon}e échelon au 31 août ${campaign}.`
					: `Appréciation «\u202f${appreciationLabels[appreciation]}\u202f»\u00a0: ${appreciated} points. ${frenchOrdinal(echelon)} échelon et ${years} an${years > 1 ? 's' : ''}\u00a0: ${earned} points.`,
			inputs: [
				{ label: 'Appréciation', value: appreciationLabels[appreciation] },
				{ label: 'Au 31 août', value: `${frenchOrdinal(echelon)} échelon + ${years}` }
			],
			sources: reference.sources(table.sources),
			confidence: weakest(table.confidence, table.assumedFor.includes(corps) ? 'basse' : 'haute'),
			at: dateFrom(campaign, 8, 31)
		}
	};
}
