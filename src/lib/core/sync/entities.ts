/** Everything that travels to the phone: a new kind of row needs a line here. */
import { careerReportEntity } from '../career';
import { academieEntity, agentEntity } from '../institution';
import type { Entity } from '../shared';

export const entities: readonly Entity[] = [agentEntity, academieEntity, careerReportEntity];

/** What a phone of this build understands, as it says in each pull. */
export const understoodTypes: Readonly<Record<string, number>> = Object.fromEntries(
	entities.map(({ type, version }) => [type, version])
);
