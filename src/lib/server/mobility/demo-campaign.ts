/** In a demonstration, a campaign is under way: its windows are set around the day it is seeded. */
import type { WrittenWindows } from '$lib/core/mobility';
import { db } from '../db';
import { openCampaign } from './campaigns.usecases';
import type { MobilityDeps } from './mobility-deps';

const DAY = 24 * 3600_000;

export async function seedDemoCampaign(deps: MobilityDeps): Promise<void> {
	const now = deps.clock.now().getTime();
	const inDays = (days: number) => new Date(now + days * DAY).toISOString();
	const windows: WrittenWindows = {
		saisie: { from: inDays(-7), to: inDays(14) },
		confirmation: { from: inDays(-7), to: inDays(28) },
		contestation: { from: inDays(60), to: inDays(74) },
		annulation: { from: inDays(-7), to: inDays(84) },
		recours: { from: inDays(110), to: inDays(170) }
	};
	const academies = await db().selectFrom('account').select('academie_code').distinct().execute();
	for (const { academie_code: academie } of academies) {
		await openCampaign({ user: { id: null, academie }, template: 'inter-2027', windows }, deps);
	}
}
