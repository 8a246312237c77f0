/** An administrator opens the account of someone who works for the académie. */
import { can, isStaff, roles, type SessionUser } from '$lib/core/identity';
import { appError, fail, type Result } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../../db';
import { auditOf } from '../audit-of';
import type { IdentityDeps } from '../client';
import { establishmentIn } from '../account.repository';
import { createAccount } from './new-account';

const text = (longest: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));
const optional = v.pipe(
	v.string(),
	v.trim(),
	v.transform((value) => value || null)
);

const schema = v.object({
	role: v.picklist(roles.filter(isStaff)),
	firstName: text(80),
	lastName: text(80),
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254)),
	uai: optional,
	departement: optional
});

export async function createStaff(
	command: { user: SessionUser; person: unknown },
	deps: IdentityDeps
): Promise<Result<{ id: string; identifier: string }>> {
	const { user } = command;
	const { academie } = user;
	if (!can(user, 'account.create', { academie })) {
		return fail(appError('http.not-found', 'not-found'));
	}
	const parsed = v.safeParse(schema, command.person);
	if (!parsed.success) return fail(appError('http.invalid-body', 'validation'));
	const { uai, departement, ...person } = parsed.output;
	// What bounds the function is part of it: a head without a school would see none, or all.
	if (person.role === 'chef' && !(uai && (await establishmentIn(uai, academie)))) {
		return fail(appError('identity.perimeter-required', 'validation'));
	}
	if (person.role === 'gestionnaire' && !departement) {
		return fail(appError('identity.perimeter-required', 'validation'));
	}
	const perimeter = {
		uai: person.role === 'chef' ? uai : null,
		departement: person.role === 'gestionnaire' ? departement : null
	};
	return unitOfWork(async () => {
		const created = await createAccount({ ...person, ...perimeter, academie }, deps);
		if (!created.ok) return created;
		const purpose = `${person.role} ${created.value.identifier}`;
		await auditOf(user, { action: 'creation-compte', purpose, at: deps.clock.now() });
		return created;
	});
}
