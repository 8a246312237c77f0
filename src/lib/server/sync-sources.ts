/** Composition: the rows each room hands to the pull. */
import { careerReportSource } from './career/career.sync';
import { academieSource, agentSource } from './institution/institution.sync';
import type { SyncSource } from './sync';

export const syncSources: readonly SyncSource[] = [agentSource, academieSource, careerReportSource];
