import { entity } from '../shared';
import type { CareerReport } from './report';

export const careerReportEntity = entity<CareerReport>('career-report', 1, 'user');
