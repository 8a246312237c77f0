/** What was published about people in the same corps, ready to be shown beside one's own age. */
import {
	corpsInAcademie,
	explainPublished,
	frenchYears,
	shownShare,
	type Snapshot,
	type Statistics
} from '$lib/core/career';
import type { Explanation } from '$lib/core/reference';
import { fullYearsBetween, type CivilDate } from '$lib/core/shared';
import { longDate, number, ordinal, percent } from '../text/format';

export interface PublishedItem {
	readonly label: string;
	readonly value: string;
	readonly why: Explanation;
}

export interface AgeBand {
	readonly label: string;
	readonly share: number;
	/** The person's own age falls in it. */
	readonly mine: boolean;
}

export interface CorpsProfile {
	readonly on: CivilDate;
	readonly items: readonly PublishedItem[];
	/** Empty when one of the three would point at too few people. */
	readonly bands: readonly AgeBand[];
	readonly why: Explanation;
}

export const ageOn = (birth: CivilDate | null, on: CivilDate): number | null =>
	birth && fullYearsBetween(birth, on);

function bandsOf(under35: number, over50: number, count: number, age: number | null): AgeBand[] {
	const between = Math.max(0, 1 - under35 - over50);
	const bands = [
		{ label: 'moins de 35\u00a0ans', share: under35, mine: age !== null && age < 35 },
		{ label: '35 à 49\u00a0ans', share: between, mine: age !== null && age >= 35 && age < 50 },
		{ label: '50\u00a0ans et plus', share: over50, mine: age !== null && age >= 50 }
	];
	return bands.some(({ share }) => shownShare(share, count) === null) ? [] : bands;
}

/** The corps in the person's académie; null where nothing was published. */
export function corpsProfile(
	{ position, corpsLabel }: Snapshot,
	academie: string,
	age: number | null,
	statistics: Statistics
): CorpsProfile | null {
	const row = corpsInAcademie(statistics, position.corps, academie);
	if (!row) return null;
	const why = explainPublished(
		statistics,
		row,
		`${corpsLabel}, second degré public, ${number(row.count)} personnes au ${longDate(row.on)}.`,
		row.on
	);
	const share = (label: string, value: number | null) => {
		const shown = value === null ? null : shownShare(value, row.count);
		return value === null
			? []
			: [{ label, value: shown === null ? 'trop peu de personnes' : percent(shown), why }];
	};
	return {
		on: row.on,
		why,
		bands: bandsOf(row.under35, row.over50, row.count, age),
		items: [
			{ label: 'Personnes', value: number(row.count), why },
			{ label: 'Âge moyen', value: frenchYears(row.meanAge), why },
			...share('Femmes', row.women),
			...share('À temps partiel', row.partTime)
		]
	};
}

export const nationalAges = (
	{ position }: Snapshot,
	statistics: Statistics,
	on: CivilDate
): PublishedItem[] =>
	statistics.nationalAges.flatMap(({ period, ages, ...facts }) => {
		const age = ages[position.corps];
		const text = `Âge moyen dans ce corps, France entière, ${period}.`;
		return age === undefined
			? []
			: [
					{
						label: `France, ${period}`,
						value: frenchYears(age),
						why: explainPublished(statistics, facts, text, on)
					}
				];
	});

/** Who was promoted from this corps, where and when it was published. */
export function promotedProfiles({ position, on }: Snapshot, statistics: Statistics) {
	return statistics.promotions
		.filter(({ corps }) => corps.includes(position.corps))
		.map((entry) => {
			const why = explainPublished(
				statistics,
				entry,
				`${entry.scope}, ${entry.year}. Décrit les promus de cette année-là, sans rien dire d’une promotion à venir.`,
				on
			);
			const people = entry.promoted;
			const share = (value: number) => (people === null ? value : shownShare(value, people));
			const items: PublishedItem[] = [
				...(people === null
					? []
					: [
							{
								label: 'Promus',
								value: `${number(people)}${entry.promotable === null ? '' : ` sur ${number(entry.promotable)}`}`,
								why
							}
						]),
				...(entry.meanAge === null
					? []
					: [{ label: 'Âge moyen', value: frenchYears(entry.meanAge), why }]),
				...entry.byEchelon.map(({ echelon, share: value }) => {
					const shown = share(value);
					return {
						label: `Au ${ordinal(echelon)}\u00a0échelon`,
						value: shown === null ? 'trop peu de personnes' : percent(shown),
						why
					};
				})
			];
			return { key: `${entry.scope}${entry.year}${entry.grade}`, ...entry, items, why };
		});
}
