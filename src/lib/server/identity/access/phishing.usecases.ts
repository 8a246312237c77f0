/** A message that imitates Carnet: whoever receives one says so, and administrators read it. */
import { can, type SessionUser } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import type { IdentityDeps } from '../client';
import { insertReport, reportsOf } from './phishing.repository';

const LONGEST = 1000;

export async function reportPhishing(
	command: { user: SessionUser; description: string },
	deps: IdentityDeps
): Promise<Result<void>> {
	const description = command.description.trim().slice(0, LONGEST);
	if (description === '') return fail(appError('identity.reason-required', 'validation'));
	await insertReport({ id: deps.newId(), at: deps.clock.now(), user: command.user, description });
	return ok(undefined);
}

/** Without their author: what matters is the message. */
export async function phishingReports(user: SessionUser) {
	const { academie } = user;
	if (!can(user, 'phishing-report.read', { academie })) return [];
	return reportsOf(academie);
}
