import { ok } from '$lib/core/shared';
import { respond } from '$lib/server/http';
import { listDevices } from '$lib/server/sync';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	respond(ok({ devices: await listDevices(locals.user!) }));
