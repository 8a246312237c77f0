import { entity } from '../shared';
import type { AcademieProfile } from './academie';
import type { AgentRecord } from './agent-record';

export const agentEntity = entity<AgentRecord>('agent', 1, 'user');
export const academieEntity = entity<AcademieProfile>('academie', 1, 'academie');
