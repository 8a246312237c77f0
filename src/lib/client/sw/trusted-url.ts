/** The page's policy refuses a worker registered from a plain string: this one address is let through. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): unknown };
}

export const WORKER_URL = '/service-worker.js';

let trusted: unknown;

export function trustedWorkerUrl(): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	trusted ??=
		trustedTypes
			?.createPolicy('carnet-worker-url', {
				createScriptURL: (url) => {
					if (url !== WORKER_URL) throw new TypeError('not our worker');
					return url;
				}
			})
			.createScriptURL(WORKER_URL) ?? WORKER_URL;
	return trusted as string;
}
