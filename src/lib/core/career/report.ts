/** « Signaler une erreur »: what the person says is wrong in their record. */
import { entity, mutator, type Versioned } from '../shared';
import * as v from 'valibot';

export const reportSubjects = [
	'identite',
	'echelon',
	'affectation',
	'diplome',
	'formation',
	'autre'
] as const;
export type ReportSubject = (typeof reportSubjects)[number];

export interface CareerReport {
	readonly id: string;
	readonly subject: ReportSubject;
	readonly message: string;
	/** Instant (ISO 8601) at which the server received it; null until then. */
	readonly receivedAt: string | null;
}

export const careerReportEntity = entity<Versioned<CareerReport>>('career-report', 1, 'user');

export const reportError = mutator({
	kind: 'career-report.send',
	policy: 'append',
	entity: careerReportEntity,
	args: v.object({
		id: v.pipe(v.string(), v.uuid()),
		subject: v.picklist(reportSubjects),
		message: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))
	}),
	idOf: ({ id }) => id,
	apply: (current: CareerReport | null, args) => current ?? { ...args, receivedAt: null }
});
