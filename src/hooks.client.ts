import { dev } from '$app/environment';
import { appUpdate, installation } from '$lib/client/sw';
import type { ClientInit } from '@sveltejs/kit';

export const init: ClientInit = () => {
	installation.watch();
	// The worker serves a build: in development it would hide every edit.
	if (!dev) void appUpdate.register();
};
