/** What a person writes in the career room. */
import { reportError, type ReportSubject } from '$lib/core/career';
import type { Result } from '$lib/core/shared';
import { perform, type Writer } from '../sync';

/** Points out an error of the record; kept on the phone until the server has it. */
export const reportMistake = (
	writer: Writer,
	report: { readonly subject: ReportSubject; readonly message: string }
): Promise<Result<string>> => perform(writer, reportError, { id: writer.newId(), ...report });
