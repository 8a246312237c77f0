import { appError, fail, ok } from '$lib/core/shared';
import { respond } from '$lib/server/http';
import { isRevoked, revokeDevice } from '$lib/server/sync';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

const isUuid = (id: string) => v.is(v.pipe(v.string(), v.uuid()), id);
const unknown = () => respond(fail(appError('http.not-found', 'not-found')));

/** Must this device erase what it keeps? */
export const GET: RequestHandler = async ({ params }) =>
	isUuid(params.id) ? respond(ok({ revoked: await isRevoked(params.id) })) : unknown();

export const DELETE: RequestHandler = async ({ params, locals }) =>
	isUuid(params.id) ? respond(await revokeDevice(locals.user!, params.id)) : unknown();
