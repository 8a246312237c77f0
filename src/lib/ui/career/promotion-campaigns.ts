/** The next two campaigns of promotion: where the person will stand on the day that is looked at. */
import {
	horsClasse,
	isPromotable,
	nextGrade,
	plainScenario,
	projectCareer,
	ratioOf,
	yearsCompleted,
	type Appreciation,
	type CareerReference,
	type CorpsId,
	type GradeId,
	type HorsClasseBareme,
	type Position,
	type Snapshot
} from '$lib/core/career';
import { addYears, dateFrom, partsOf, type CivilDate } from '$lib/core/shared';
import { percent } from '../text/format';

export interface Campaign {
	readonly year: number;
	/** The day the conditions are read. */
	readonly day: CivilDate;
	readonly position: Position;
	/** Whole years in the échelon on that day. */
	readonly years: number;
	readonly promotable: boolean;
}

export interface PromotionView {
	readonly grade: GradeId;
	readonly campaigns: readonly Campaign[];
	/** First 31 August on which the person may be promoted, within fifteen years. */
	readonly promotableFrom: CivilDate | null;
}

const HORIZON_YEARS = 15;

/** Null when no grade lies above. */
export function promotionView(now: Snapshot, reference: CareerReference): PromotionView | null {
	const grade = nextGrade(now.position.grade);
	if (!grade) return null;
	const until = addYears(now.on, HORIZON_YEARS);
	const projected = projectCareer(now.position, now.on, until, plainScenario, reference);
	if (!projected.ok) return null;
	const steps = projected.value;
	const { year } = partsOf(now.on);
	const first = now.on <= dateFrom(year, 8, 31) ? year : year + 1;
	const campaigns = [first, first + 1].map((campaign): Campaign => {
		const day = dateFrom(campaign, 8, 31);
		const position = steps.filter(({ date }) => date <= day).at(-1)?.position ?? now.position;
		return {
			year: campaign,
			day,
			position,
			years: yearsCompleted(position, day, []),
			promotable: isPromotable(position, day, reference)
		};
	});
	const announced = steps.find(({ nature }) => nature === 'promouvable')?.date ?? null;
	return {
		grade,
		campaigns,
		promotableFrom: campaigns.find(({ promotable }) => promotable)?.day ?? announced
	};
}

/** The share promoted each year, where it was published. */
export const publishedRatios = (
	grade: 'hors-classe' | 'classe-exceptionnelle',
	corps: CorpsId,
	reference: CareerReference
) => {
	const { horsClasse: second, classeExceptionnelle: third } = reference.data;
	const { rates } = grade === 'hors-classe' ? second : third;
	return rates.flatMap(({ year }) => {
		const ratio = ratioOf(grade, corps, year, reference);
		return ratio ? [{ label: String(year), value: percent(ratio.value), why: ratio.why }] : [];
	});
};

export const baremeOf = (
	{ position, years, year }: Campaign,
	appreciation: Appreciation,
	reference: CareerReference
): HorsClasseBareme | null =>
	horsClasse(
		{ corps: position.corps, echelon: position.echelon, years, appreciation, campaign: year },
		reference
	);
