/** « Signaler une erreur »: what the person says is wrong in their record. */
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

export const newReportSchema = v.object({
	id: v.pipe(v.string(), v.uuid()),
	subject: v.picklist(reportSubjects),
	message: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))
});
export type NewReport = v.InferOutput<typeof newReportSchema>;

export interface CareerReport {
	readonly id: string;
	readonly subject: ReportSubject;
	readonly message: string;
	/** Instant (ISO 8601) at which the server received it. */
	readonly receivedAt: string;
}
