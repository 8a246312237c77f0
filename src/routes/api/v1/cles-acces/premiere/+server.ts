import { homeOf } from '$lib/core/identity';
import { ok } from '$lib/core/shared';
import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	flowToken,
	readJson,
	respond,
	respondCeremony,
	setSessionCookies
} from '$lib/server/http';
import { completeFirstPasskey, registrationSchema, startFirstPasskey } from '$lib/server/identity';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

/** For staff who have given their password and have no second factor yet. */
export const POST: RequestHandler = async (event) => {
	const pendingToken = flowToken(event, 'second-factor');
	return respondCeremony(event, await startFirstPasskey({ pendingToken }, await app()));
};

const schema = v.object({ label: v.string(), response: registrationSchema });

export const PUT: RequestHandler = async (event) => {
	const body = await readJson(event.request, schema);
	if (!body.ok) return respond(body);
	const done = await completeFirstPasskey(
		{
			...body.value,
			token: flowToken(event, 'passkey'),
			pendingToken: flowToken(event, 'second-factor'),
			client: clientOf(event)
		},
		await app()
	);
	if (!done.ok) return respond(done);
	for (const purpose of ['passkey', 'second-factor'] as const) clearFlow(event, purpose);
	setSessionCookies(event, done.value);
	const { recoveryCodes, account } = done.value;
	return respond(ok({ recoveryCodes, home: homeOf(account.role) }), 201);
};
