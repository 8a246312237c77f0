/** The server's half of what opens a device. */
import { deviceLabel } from '$lib/core/identity';
import { appError, fail, ok } from '$lib/core/shared';
import { shareSchema, verifierSchema } from '$lib/core/sync';
import { readJson, respond, respondError } from '$lib/server/http';
import { forgetShare, keepShare, readShare, unlockShare } from '$lib/server/sync';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

const isUuid = (id: string) => v.is(v.pipe(v.string(), v.uuid()), id);
const unknown = () => respond(fail(appError('http.not-found', 'not-found')));

export const PUT: RequestHandler = async ({ params: { id }, request, locals }) => {
	const body = await readJson(request, shareSchema);
	if (!body.ok) return respondError(body.error);
	if (!isUuid(id)) return unknown();
	const label = deviceLabel(request.headers.get('user-agent') ?? '');
	return respond(await keepShare(locals.user!, { device: id, label, ...body.value }));
};

export const GET: RequestHandler = async ({ params: { id }, locals }) =>
	isUuid(id) ? respond(ok(await readShare(locals.user!, id))) : unknown();

/** The value derived from the code is right, or counts as a try. */
export const POST: RequestHandler = async ({ params: { id }, request }) => {
	const body = await readJson(request, verifierSchema);
	if (!body.ok) return respondError(body.error);
	return isUuid(id) ? respond(ok(await unlockShare(id, body.value.verifier))) : unknown();
};

export const DELETE: RequestHandler = async ({ params: { id }, locals }) => {
	if (!isUuid(id)) return unknown();
	await forgetShare(locals.user!, id);
	return respond(ok(null));
};
