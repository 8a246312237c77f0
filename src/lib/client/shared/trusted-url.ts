/** The page's policy refuses a worker started from a plain string: these addresses are let through. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): unknown };
}

export const WORKER_URL = '/service-worker.js';
/** Workers of our own build, named after their content. */
const BUILT = /^\/_app\/immutable\/[\w./-]+\.js$/;
/** While developing, the tool serves the sources themselves. */
const isSource = (url: string) => import.meta.env.DEV && url.startsWith('/src/');

let policy: { createScriptURL(url: string): unknown } | undefined;

export function trustedScriptUrl(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	policy ??= trustedTypes?.createPolicy('carnet-worker-url', {
		createScriptURL: (asked) => {
			if (asked !== WORKER_URL && !BUILT.test(asked) && !isSource(asked)) {
				throw new TypeError('not our worker');
			}
			return asked;
		}
	});
	return (policy?.createScriptURL(url) ?? url) as string;
}
