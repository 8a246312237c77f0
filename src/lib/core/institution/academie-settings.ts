/** What changes from one académie to the next: its addresses, and the dates that it alone sets. */
import * as v from 'valibot';
import { civilDateSchema, fail, frenchIssues, ok, appError, type Result } from '../shared';

const webAddress = v.pipe(
	v.string(),
	v.url('Adresse attendue, commençant par https://'),
	v.startsWith('https://', 'Adresse attendue, commençant par https://')
);

const count = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1)));

export const academieSettingsSchema = v.strictObject({
	/** Official portal, the one whose address a person may check. */
	portal: v.optional(webAddress),
	/** Mailbox of the correspondant académique. */
	contact: v.optional(v.pipe(v.string(), v.email('Adresse électronique attendue.'))),
	/** `ac-reims.fr`: what follows the @ of academic mailboxes. */
	mailDomain: v.optional(
		v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Domaine attendu.'))
	),
	postalAddress: v.optional(v.pipe(v.string(), v.maxLength(300, 'Au plus 300 caractères.'))),
	/** What a deposited piece may weigh, in bytes and pages; the usual limits without it. */
	pieces: v.optional(
		v.strictObject({ maxBytes: count, maxPages: count, quotaBytes: count, maxUploads: count })
	),
	/** Months after which a person is reminded to change their password; nobody is, without it. */
	passwordReminderMonths: v.optional(
		v.pipe(v.number(), v.safeInteger(), v.minValue(1, 'Un mois au moins.'), v.maxValue(60))
	),
	/** Days without school that no published calendar gives yet, ends included. */
	holidays: v.optional(v.array(v.strictObject({ from: civilDateSchema, to: civilDateSchema }))),
	dates: v.optional(
		v.pipe(
			v.array(
				v.strictObject({
					label: v.pipe(v.string(), v.nonEmpty('Intitulé attendu.'), v.maxLength(120)),
					on: civilDateSchema
				})
			),
			v.maxLength(50)
		)
	)
});

export type AcademieSettings = v.InferOutput<typeof academieSettingsSchema>;

/** @returns the settings, or `institution.academie.bad-settings` with what is wrong, in French */
export function readAcademieSettings(input: unknown): Result<AcademieSettings> {
	const read = v.safeParse(academieSettingsSchema, input);
	if (read.success) return ok(read.output);
	const issues = frenchIssues(read.issues);
	return fail(appError('institution.academie.bad-settings', 'validation', { issues }));
}
