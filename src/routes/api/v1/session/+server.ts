import { respond } from '$lib/server/http';
import { profileOf } from '$lib/server/identity';
import { ok } from '$lib/core/shared';
import type { RequestHandler } from './$types';

/** Who is signed in on this browser. */
export const GET: RequestHandler = async ({ locals }) => respond(ok(await profileOf(locals.user!)));
