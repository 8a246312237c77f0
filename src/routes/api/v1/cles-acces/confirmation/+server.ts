import { ok } from '$lib/core/shared';
import { app } from '$lib/server/app';
import {
	clearFlow,
	clientOf,
	flowToken,
	readJson,
	respond,
	respondCeremony
} from '$lib/server/http';
import { assertionSchema, startPasskeyProof, stepUpWithPasskey } from '$lib/server/identity';
import * as v from 'valibot';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const command = { accountId: event.locals.user!.id, client: clientOf(event) };
	return respondCeremony(event, await startPasskeyProof(command, await app()));
};

const schema = v.object({ response: assertionSchema });

export const PUT: RequestHandler = async (event) => {
	const body = await readJson(event.request, schema);
	if (!body.ok) return respond(body);
	const { user, session } = event.locals;
	const token = flowToken(event, 'passkey');
	const command = { ...body.value, token, user: user!, sessionId: session!.id };
	clearFlow(event, 'passkey');
	const done = await stepUpWithPasskey({ ...command, client: clientOf(event) }, await app());
	return respond(done.ok ? ok({}) : done);
};
