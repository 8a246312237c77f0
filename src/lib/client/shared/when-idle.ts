/** Runs what nobody opened Carnet for, once the page has drawn what they came for. */
export function whenIdle(task: () => void): void {
	// Not in Safari.
	if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 3000 });
	else setTimeout(task, 1000);
}
