import { destinationAfterSignIn } from '$lib/core/identity';
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
import {
	accountBeingProven,
	assertionSchema,
	signInWithPasskey,
	startPasskeyProof
} from '$lib/server/identity';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const running = await app();
	const pendingToken = flowToken(event, 'second-factor');
	const accountId = await accountBeingProven({ pendingToken }, running);
	const command = { accountId, client: clientOf(event) };
	return respondCeremony(event, await startPasskeyProof(command, running));
};

const schema = v.object({ suite: v.nullable(v.string()), response: assertionSchema });

export const PUT: RequestHandler = async (event) => {
	const body = await readJson(event.request, schema);
	if (!body.ok) return respond(body);
	const done = await signInWithPasskey(
		{
			response: body.value.response,
			token: flowToken(event, 'passkey'),
			pendingToken: flowToken(event, 'second-factor'),
			client: clientOf(event)
		},
		await app()
	);
	clearFlow(event, 'passkey');
	if (!done.ok) return respond(done);
	clearFlow(event, 'second-factor');
	setSessionCookies(event, done.value);
	return respond(ok({ home: destinationAfterSignIn(body.value.suite, done.value.account.role) }));
};
