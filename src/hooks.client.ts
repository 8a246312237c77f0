import { dev } from '$app/environment';
import { whenIdle } from '$lib/client/shared';
import { appUpdate, installation } from '$lib/client/sw';
import type { ClientInit } from '@sveltejs/kit';

export const init: ClientInit = () => {
	installation.watch();
	// The worker serves a build: in development it would hide every edit. Looking for a newer one waits
	// until the page is there: nobody opened Carnet for that.
	if (!dev) whenIdle(() => void appUpdate.register());
};
