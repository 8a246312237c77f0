/** A campaign as a service has opened it: whose rules it follows, and the moments of its windows. */
import * as v from 'valibot';
import { entity } from '../shared';
import type { CampaignWindows, Window } from './request-status';
import { resolveRules, type AppliedRules } from './resolve';
import type { MobilityReference } from './reference';
import type { Movement } from './campaign';
import type { Result } from '../shared';

export const windowNames = [
	'saisie',
	'confirmation',
	'contestation',
	'annulation',
	'recours'
] as const satisfies readonly (keyof CampaignWindows)[];
export type WindowName = (typeof windowNames)[number];

export const windowLabels: Readonly<Record<WindowName, string>> = {
	saisie: 'Saisie des vœux',
	confirmation: 'Confirmation de demande',
	contestation: 'Contestation du barème initial',
	annulation: 'Annulation',
	recours: 'Recours'
};

const instant = v.nullable(v.pipe(v.string(), v.isoTimestamp()));
const windowSchema = v.strictObject({ from: instant, to: instant });
export const writtenWindowsSchema = v.strictObject({
	saisie: windowSchema,
	confirmation: windowSchema,
	contestation: windowSchema,
	annulation: windowSchema,
	recours: windowSchema
});
/** Instants as they are stored and as they travel (ISO 8601). */
export type WrittenWindows = v.InferOutput<typeof writtenWindowsSchema>;

export interface OpenCampaign {
	readonly id: string;
	/** Campaign of the dated data it was made from: `inter-2027`. */
	readonly template: string;
	/** Campaign whose rules it follows; another one than `template` when its own are not published. */
	readonly rulesOf: string;
	readonly label: string;
	readonly windows: WrittenWindows;
}

/** A person receives those of their own académie. */
export const openCampaignEntity = entity<OpenCampaign>('mobility-campaign', 1, 'academie');

const read = ({ from, to }: WrittenWindows[WindowName]): Window => ({
	from: from === null ? null : new Date(from),
	to: to === null ? null : new Date(to)
});

export const readWindows = (written: WrittenWindows): CampaignWindows => ({
	saisie: read(written.saisie),
	confirmation: read(written.confirmation),
	contestation: read(written.contestation),
	annulation: read(written.annulation),
	recours: read(written.recours)
});

/** Windows whose end does not come after their beginning. */
export const wrongWindows = (written: WrittenWindows): WindowName[] =>
	windowNames.filter((name) => {
		const { from, to } = read(written[name]);
		return from !== null && to !== null && to <= from;
	});

export const rulesOfCampaign = (
	reference: MobilityReference,
	{ template, rulesOf }: Pick<OpenCampaign, 'template' | 'rulesOf'>
): Result<AppliedRules> => resolveRules(reference, template, rulesOf === template ? null : rulesOf);

export const movementOf = (reference: MobilityReference, template: string): Movement =>
	reference.campaigns.find(({ id }) => id === template)?.movement ?? 'inter';
