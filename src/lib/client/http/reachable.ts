/** Does our server answer? `navigator.onLine` only knows of a cable or an antenna. */
export const isServerReachable = (): Promise<boolean> =>
	fetch('/healthz', {
		cache: 'no-store',
		redirect: 'error',
		signal: AbortSignal.timeout(3000)
	}).then(
		(response) => response.ok,
		() => false
	);
