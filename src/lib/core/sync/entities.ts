/** Everything that travels to the phone: a new kind of row needs a line here. */
import {
	careerNoteEntity,
	careerReportEntity,
	careerSimulationEntity,
	cvEntryEntity
} from '../career';
import { documentEntity } from '../documents';
import { preferencesEntity } from '../identity';
import { academieEntity, agentEntity } from '../institution';
import {
	circularEntity,
	personalDeadlineEntity,
	threadEntity,
	threadMessageEntity
} from '../messages';
import {
	headOpinionEntity,
	mutationDraftEntity,
	openCampaignEntity,
	requestFileEntity,
	routeFilesEntity
} from '../mobility';
import { inboxEntity, notificationSettingsEntity } from '../notifications';
import type { Entity } from '../shared';

export const entities = [
	agentEntity,
	academieEntity,
	careerReportEntity,
	careerNoteEntity,
	careerSimulationEntity,
	cvEntryEntity,
	preferencesEntity,
	personalDeadlineEntity,
	mutationDraftEntity,
	openCampaignEntity,
	requestFileEntity,
	routeFilesEntity,
	headOpinionEntity,
	inboxEntity,
	notificationSettingsEntity,
	documentEntity,
	circularEntity,
	threadEntity,
	threadMessageEntity
] as readonly Entity[];

/** What a phone of this build understands, as it says in each pull. */
export const understoodTypes: Readonly<Record<string, number>> = Object.fromEntries(
	entities.map(({ type, version }) => [type, version])
);
