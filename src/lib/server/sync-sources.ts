/** Composition: the rows each room hands to the pull, and those it lets phones write. */
import { preferencesEntity } from '$lib/core/identity';
import { personalDeadlineEntity } from '$lib/core/messages';
import { mutationDraftEntity, routeFilesEntity } from '$lib/core/mobility';
import { careerPersonal, careerReportSource, careerReportTarget } from './career/career.sync';
import { documentSource } from './documents/documents.sync';
import { academieSource, agentSource } from './institution/institution.sync';
import {
	circularSource,
	circularTarget,
	openingThread,
	threadMessageSource,
	threadMessageTarget,
	threadSource,
	threadTarget
} from './messages';
import { campaignSource, requestSource, requestTarget } from './mobility/mobility.sync';
import { opinionSource, opinionTarget } from './mobility/opinions.sync';
import { inboxSource, inboxTarget, notificationSettings } from './notifications';
import { personalRows, type SyncSource, type SyncTarget } from './sync';

const preferences = personalRows(preferencesEntity);
const personalDeadlines = personalRows(personalDeadlineEntity);
const mutationDrafts = personalRows(mutationDraftEntity);
const routeFiles = personalRows(routeFilesEntity);

export const syncSources: readonly SyncSource[] = [
	...[agentSource, academieSource, careerReportSource],
	...careerPersonal.map(({ source }) => source),
	...[preferences.source, personalDeadlines.source],
	...[mutationDrafts.source, campaignSource, requestSource, documentSource],
	...[routeFiles.source, opinionSource],
	...[inboxSource, notificationSettings.source, circularSource],
	...[threadSource, threadMessageSource]
];

export const syncTargets: readonly SyncTarget[] = [
	openingThread(careerReportTarget),
	...careerPersonal.map(({ target }) => target),
	...[preferences.target, personalDeadlines.target],
	...[mutationDrafts.target, requestTarget],
	...[routeFiles.target, opinionTarget],
	...[inboxTarget, notificationSettings.target, circularTarget],
	...[threadTarget, threadMessageTarget]
];
