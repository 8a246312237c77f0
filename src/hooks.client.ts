import { dev } from '$app/environment';
import { appUpdate, installation } from '$lib/client/sw';
import type { ClientInit } from '@sveltejs/kit';

const whenIdle = (task: () => void) =>
	'requestIdleCallback' in window
		? requestIdleCallback(task, { timeout: 3000 })
		: setTimeout(task, 1000);

export const init: ClientInit = () => {
	installation.watch();
	// The worker serves a build: in development it would hide every edit. Looking for a newer one waits
	// until the page is there: nobody opened Carnet for that.
	if (!dev) whenIdle(() => void appUpdate.register());
};
