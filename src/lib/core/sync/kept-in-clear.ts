/**
 * What a phone without a lock keeps readable: a list of what may stay, never of what must go. A kind
 * of row or a field that is not named here is encrypted, and comes back with the network.
 */
import { agentEntity, academieEntity, type AgentRecord } from '../institution';
import { preferencesEntity, type SessionUser } from '../identity';

const careerFields = [
	...['id', 'academie', 'firstName', 'corps', 'grade', 'echelon', 'chevron', 'echelonSince'],
	...['gradeSince', 'corpsSince', 'discipline', 'quotity', 'establishment', 'assignments'],
	...['steps', 'diplomas', 'trainings', 'recordUpdatedAt']
] as readonly (keyof AgentRecord)[];

/** Civil status stays out: name, date of birth, address. */
const careerOf = (record: AgentRecord): AgentRecord => ({
	...(Object.fromEntries(
		careerFields.map((field) => [field, record[field]])
	) as unknown as AgentRecord),
	...{ civility: '', lastName: '', birthDate: null, email: null }
});

const whole = [academieEntity.type, preferencesEntity.type];

/** The part of a row's body that stays readable, or null. The body itself when all of it does. */
export function bodyKeptInClear(type: string, body: unknown): unknown {
	if (whole.includes(type)) return body;
	return type === agentEntity.type && body ? careerOf(body as AgentRecord) : null;
}

export const personKeptInClear = (person: SessionUser): SessionUser => ({
	...person,
	lastName: ''
});
