/** An account for someone no HR file knows: asked by anyone, granted by the correspondant académique. */
import { addressUnit, can, isReason, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../../db';
import { sendMail } from '../../mail';
import { findAnyAccountByEmail } from '../account.repository';
import { reserveAttempt } from '../attempts.repository';
import { auditOf } from '../audit-of';
import type { Client, IdentityDeps } from '../client';
import {
	decideAccess,
	insertAccessRequest,
	waitingAccessRequests
} from './access-request.repository';
import { createAccount } from './new-account';

const text = (longest: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest));

export const accessRequestSchema = v.object({
	academie: v.pipe(v.string(), v.regex(/^\d{1,2}$/)),
	firstName: text(80),
	lastName: text(80),
	email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.email(), v.maxLength(254)),
	workplace: text(120),
	reason: v.pipe(v.string(), v.trim(), v.check(isReason), v.maxLength(500))
});

/** Always answers the same, whether or not the address already has an account. */
export async function askAccess(
	command: { request: unknown; client: Client },
	deps: IdentityDeps
): Promise<Result<void>> {
	const parsed = v.safeParse(accessRequestSchema, command.request);
	if (!parsed.success) return fail(appError('http.invalid-body', 'validation'));
	const at = deps.clock.now();
	const key = `access:${addressUnit(command.client.address)}`;
	if (await reserveAttempt({ scope: 'address', key }, at)) {
		return fail(appError('identity.too-many-attempts', 'rate-limited'));
	}
	if (!(await findAnyAccountByEmail(parsed.output.email))) {
		await insertAccessRequest({ ...parsed.output, id: deps.newId(), at });
	}
	return ok(undefined);
}

export const accessRequests = (user: SessionUser) => waitingAccessRequests(user.academie);

export async function decideAccessRequest(
	command: { user: SessionUser; id: string; approved: boolean },
	deps: IdentityDeps
): Promise<Result<void>> {
	const { user, id, approved } = command;
	const { academie } = user;
	const nothing = () => fail(appError('http.not-found', 'not-found'));
	if (!can(user, 'access-request.answer', { academie })) return nothing();
	const at = deps.clock.now();
	return unitOfWork(async () => {
		const asked = await decideAccess(id, { by: user.id, academie, approved, at });
		if (!asked) return nothing();
		const { email, first_name: firstName, last_name: lastName, workplace } = asked;
		const action = approved ? 'acces-accorde' : 'acces-refuse';
		await auditOf(user, { action, purpose: `${firstName} ${lastName}, ${workplace}`, at });
		if (!approved) {
			await sendMail({ template: 'access-refused', to: email, data: {} });
			return ok(undefined);
		}
		const person = { academie, firstName, lastName, email, uai: null, departement: null };
		const created = await createAccount({ ...person, role: 'enseignant' }, deps);
		return created.ok ? ok(undefined) : created;
	});
}
