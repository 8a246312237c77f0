/** The dates that campaigns have published, whatever the room that reads the rest of them. */
import { deadlinesOfCampaign, type PublishedDeadline } from '$lib/core/messages';
import type { Campaign } from '$lib/core/mobility';
import { academies } from '../academies';

const files = import.meta.glob<Campaign>('../mobility/campaigns/*.json', {
	eager: true,
	import: 'default'
});

const codeOf = (name: string): string | null =>
	academies.find((academie) => academie.name === name)?.code ?? null;

export const publishedDeadlines: readonly PublishedDeadline[] = Object.values(files).flatMap(
	(campaign) => deadlinesOfCampaign(campaign, codeOf)
);
