import { app } from '$lib/server/app';
import { decisionActions } from '$lib/server/http';
import { approvalsFor, decideApproval } from '$lib/server/identity';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) =>
	approvalsFor({ user: locals.user! }, await app());

export const actions = decisionActions(async (user, id, approved) =>
	decideApproval({ user, id, approved }, await app())
);
