/**
 * Which rules a computation follows. A campaign nobody published rules for computes nothing, unless
 * the person asks for those of another campaign: the answer then says whose rules they are.
 */
import { fail, ok, refusal, type AppError, type Result } from '../shared';
import {
	datesShiftedTo,
	readCampaignId,
	type Bareme,
	type Campaign,
	type DatedFact,
	type Movement
} from './campaign';
import type { MobilityReference } from './reference';
import type { ReferenceDate } from './rule';

export interface RunningCampaign extends Campaign {
	readonly dates: Readonly<Record<ReferenceDate, DatedFact>>;
}

export interface AppliedRules {
	readonly campaign: RunningCampaign;
	readonly bareme: Bareme;
	/** Campaign whose rules are applied. */
	readonly rulesOf: Campaign;
	/** Whether they were published for this very campaign. */
	readonly published: boolean;
}

const labels: Record<Movement, string> = {
	inter: 'Mouvement inter-académique',
	interdepartemental: 'Mouvement interdépartemental'
};

function unknownCampaign(id: string): Campaign | null {
	const read = readCampaignId(id);
	if (!read) return null;
	const { movement, year } = read;
	const label = `${labels[movement]} ${year}`;
	return {
		id,
		movement,
		year,
		label,
		bareme: null,
		texts: [],
		dates: null,
		phases: [],
		note: null
	};
}

export const campaignOf = (reference: MobilityReference, id: string): Campaign | null =>
	reference.campaigns.find((campaign) => campaign.id === id) ?? unknownCampaign(id);

export const baremeOf = (reference: MobilityReference, campaign: Campaign): Bareme | null =>
	reference.baremes.find((bareme) => bareme.id === campaign.bareme) ?? null;

/** Last campaign of the same movement whose rules are known: what may be offered to the person. */
export const lastWithRules = (reference: MobilityReference, movement: Movement): Campaign | null =>
	reference.campaigns
		.filter((campaign) => campaign.movement === movement && campaign.bareme !== null)
		.reduce<Campaign | null>((last, one) => (last && last.year >= one.year ? last : one), null);

/** Says which campaign's rules could be asked for instead. */
function unpublished(reference: MobilityReference, campaign: Campaign, source: Campaign): AppError {
	const last = lastWithRules(reference, campaign.movement);
	const offer = last ? ` Les dernières connues sont celles de «\u202f${last.id}\u202f».` : '';
	const path = source.id === campaign.id ? 'campagne' : 'reglesDe';
	const message = `Aucune règle publiée pour «\u202f${source.label}\u202f».${offer}`;
	return refusal('mobility.rules-not-published', path, message);
}

export function resolveRules(
	reference: MobilityReference,
	id: string,
	rulesOf: string | null
): Result<AppliedRules> {
	const campaign = campaignOf(reference, id);
	if (!campaign) {
		return fail(refusal('mobility.campaign-unknown', 'campagne', 'Cette campagne n’existe pas.'));
	}
	const source = rulesOf === null ? campaign : campaignOf(reference, rulesOf);
	const bareme = source ? baremeOf(reference, source) : null;
	if (!source?.dates || !bareme || source.movement !== campaign.movement) {
		return fail(unpublished(reference, campaign, source ?? campaign));
	}
	const dates = campaign.dates ?? datesShiftedTo(source.dates, campaign.year - source.year);
	return ok({
		campaign: { ...campaign, dates },
		bareme,
		rulesOf: source,
		published: source.id === campaign.id
	});
}
