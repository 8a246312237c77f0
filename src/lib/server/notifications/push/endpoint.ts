/**
 * Which addresses the server may send to. A browser hands us its endpoint, so without this list
 * anyone could make the server call any address, its own network included. Checked when a
 * subscription is kept and again at each send.
 */
const hosts = [
	/^fcm\.googleapis\.com$/,
	/^(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
	/^(?:[a-z0-9-]+\.)*push\.apple\.com$/,
	/^(?:[a-z0-9-]+\.)*notify\.windows\.com$/
];

const LONGEST = 1000;

/** @param testOrigins exact origins added by a test or a demonstration on this machine */
export function isPushEndpoint(text: string, testOrigins: readonly string[] = []): boolean {
	if (text.length > LONGEST || /[\s\\]/.test(text) || !URL.canParse(text)) return false;
	const url = new URL(text);
	if (url.protocol !== 'https:' || url.username || url.password || url.hash) return false;
	if (testOrigins.includes(url.origin)) return true;
	return url.port === '' && hosts.some((host) => host.test(url.hostname));
}
