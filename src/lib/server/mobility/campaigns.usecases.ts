/** A service opens a campaign from the dated data, and fixes the moments of its windows. */
import {
	campaignOf,
	lastWithRules,
	rulesOfCampaign,
	wrongWindows,
	type WrittenWindows
} from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { SessionUser } from '$lib/core/identity';
import { unitOfWork } from '../db';
import { bumpStream } from '../sync';
import { findCampaign, insertCampaign, updateWindows } from './campaigns.repository';
import type { MobilityDeps } from './mobility-deps';

interface OpenCommand {
	readonly user: Pick<SessionUser, 'academie'> & { readonly id: string | null };
	readonly template: string;
	readonly windows: WrittenWindows;
}

/** Opens it with its own rules, else with the last known of the same movement, which every screen says. */
export function openCampaign(
	{ user, template, windows }: OpenCommand,
	deps: MobilityDeps
): Promise<Result<string>> {
	return unitOfWork(async () => {
		const known = campaignOf(mobilityReference, template);
		const movement = known?.movement ?? 'inter';
		const rulesOf = known?.bareme ? template : lastWithRules(mobilityReference, movement)?.id;
		if (!known || !rulesOf) return fail(appError('mobility.campaign-unknown', 'validation'));
		const rules = rulesOfCampaign(mobilityReference, { template, rulesOf });
		if (!rules.ok) return rules;
		if (wrongWindows(windows).length > 0)
			return fail(appError('mobility.wrong-windows', 'validation'));
		const { academie } = user;
		const opened = await insertCampaign({
			...{ id: deps.newId(), academie, template, rulesOf, label: known.label, windows },
			...{ openedBy: user.id, openedAt: deps.clock.now() },
			rev: await bumpStream(`academie:${academie}`)
		});
		return opened ? ok(template) : fail(appError('mobility.campaign-already-open', 'conflict'));
	});
}

export function moveWindows(command: {
	readonly user: SessionUser;
	readonly id: string;
	readonly windows: WrittenWindows;
}): Promise<Result<void>> {
	const { user, id, windows } = command;
	return unitOfWork(async () => {
		const campaign = await findCampaign(id);
		if (campaign?.academie !== user.academie) return fail(appError('http.not-found', 'not-found'));
		if (wrongWindows(windows).length > 0)
			return fail(appError('mobility.wrong-windows', 'validation'));
		await updateWindows(id, windows, await bumpStream(`academie:${user.academie}`));
		return ok(undefined);
	});
}
