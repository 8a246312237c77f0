import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	flowToken,
	readJson,
	respond,
	respondCeremony
} from '$lib/server/http';
import { addPasskey, registrationSchema, startPasskey } from '$lib/server/identity';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

/** What the browser needs to make a key for the account that is signed in. */
export const POST: RequestHandler = async (event) =>
	respondCeremony(event, await startPasskey({ user: event.locals.user! }, await app()));

const schema = v.object({ label: v.string(), response: registrationSchema });

export const PUT: RequestHandler = async (event) => {
	const body = await readJson(event.request, schema);
	if (!body.ok) return respond(body);
	const token = flowToken(event, 'passkey');
	const command = { ...body.value, user: event.locals.user!, token, client: clientOf(event) };
	clearFlow(event, 'passkey');
	return respond(await addPasskey(command, await app()), 201);
};
