import { building } from '$app/environment';
import { app } from '$lib/server/app';
import { openControl } from '$lib/server/control';
import { resumeImports } from '$lib/server/institution';
import {
	guard,
	openApi,
	reportUnexpected,
	requestContext,
	sameOrigin,
	securityHeaders,
	session,
	shareRequestCounters
} from '$lib/server/http';
import type { ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';

export const init: ServerInit = async () => {
	// Prerendering runs this file too, where there is neither configuration nor database.
	if (building) return;
	const running = await app();
	// The embedded database belongs to one process: its own counters are the whole count.
	if (running.database.engine === 'postgresql') shareRequestCounters();
	await running.jobs.work();
	const closeControl = openControl(running.env);
	await resumeImports({ ...running.imports, log: running.log });
	// Sent by the HTTP server once its last request has been answered.
	process.once('carnet:shutdown' as never, () => {
		closeControl();
		void running.close();
	});
};

export const handle = building
	? guard
	: sequence(requestContext, securityHeaders, openApi, sameOrigin, session, guard);
export const handleError = reportUnexpected;
