/** The hors-classe over the next two campaigns, as bands drawn from published results. */
import { dateFrom, ok, partsOf, type CivilDate, type Result } from '../shared';
import { august31From, yearsCompleted } from './eligibility';
import { horsClasse, type Appreciation, type HorsClasseBareme } from './hors-classe';
import type { Position } from './position';
import { projectCareer } from './projection';
import type { CareerReference } from './reference';
import { plainScenario, type Scenario } from './scenario';

export interface CampaignOutlook {
	/** Year of the campaign, read at 31 August. */
	readonly campaign: number;
	readonly echelon: number;
	readonly years: number;
	readonly bareme: HorsClasseBareme;
}

/** Empty outside the classe normale and for the corps that have no barème. */
export function horsClasseOutlook(
	position: Position,
	appreciation: Appreciation,
	on: CivilDate,
	reference: CareerReference,
	scenario: Scenario = plainScenario
): Result<readonly CampaignOutlook[]> {
	if (position.grade !== 'classe-normale') return ok([]);
	const first = partsOf(august31From(on)).year;
	const campaigns: CampaignOutlook[] = [];
	for (const campaign of [first, first + 1]) {
		const day = dateFrom(campaign, 8, 31);
		const steps = projectCareer(position, on, day, { ...scenario, promotions: [] }, reference);
		if (!steps.ok) return steps;
		const held = steps.value.findLast(({ nature }) => nature === 'echelon')?.position ?? position;
		const years = yearsCompleted(held, day, scenario.interruptions);
		const { corps } = position;
		const { echelon } = held;
		const bareme = horsClasse({ corps, echelon, years, appreciation, campaign }, reference);
		if (bareme) campaigns.push({ campaign, echelon, years, bareme });
	}
	return ok(campaigns);
}
