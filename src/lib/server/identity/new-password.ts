import { marksOf, refusePassword, type PasswordMarks, type Role } from '$lib/core/identity';
import { fail, ok, type Result } from '$lib/core/shared';
import { auditNewPassword, wordsOf } from './password-audit';
import { hashPassword } from './password-hash';

/** Audits a password someone chooses, and prepares what is kept of it. */
export async function prepareNewPassword(
	password: string,
	person: { role: Role; firstName: string; lastName: string; identifier: string; email: string }
): Promise<Result<{ hash: string; marks: PasswordMarks }>> {
	const audit = await auditNewPassword(password, wordsOf(person));
	const refusal = refusePassword(password, audit.score, person.role);
	if (refusal) return fail(refusal);
	return ok({ hash: await hashPassword(password), marks: marksOf(audit) });
}
