/**
 * One encrypted message to one browser, through its push service. The connection is kept and the
 * signed header made once per service and half day: both cost more than the message itself.
 * `https.request` follows no redirection, which is wanted here.
 */
import { createHash } from 'node:crypto';
import https from 'node:https';
import webpush, { type WebPushError } from 'web-push';
import { isPushEndpoint } from './endpoint';

export interface PushKeys {
	readonly publicKey: string;
	readonly privateKey: string;
}

export interface PushTarget {
	readonly endpoint: string;
	readonly p256dh: string;
	readonly auth: string;
}

export interface PushMessage {
	readonly payload: string;
	readonly group: string;
	readonly urgent: boolean;
}

/**
 * `gone`: this browser is no longer there; `later`: worth another attempt; `forbidden`: the service
 * does not know our key; `refused`: it will never take this message.
 */
export type PushOutcome = 'accepted' | 'gone' | 'later' | 'forbidden' | 'refused';

export interface PushSender {
	send(target: PushTarget, message: PushMessage, keys: PushKeys): Promise<PushOutcome>;
	close(): void;
}

const HALF_DAY_MS = 12 * 3_600_000;
const TIMEOUT_MS = 10_000;
const DAY_SECONDS = 24 * 3600;

const topicOf = (group: string) =>
	createHash('sha256').update(group).digest('base64url').slice(0, 32);

export function outcomeOf(status: number | undefined): PushOutcome {
	if (status === undefined || status === 408 || status === 429 || status >= 500) return 'later';
	if (status === 404 || status === 410) return 'gone';
	if (status === 401 || status === 403) return 'forbidden';
	return 'refused';
}

export function pushSender(options: {
	/** Whom a push service writes to when we misbehave: `mailto:…` or the site's address. */
	subject: string;
	now: () => Date;
	testOrigins?: readonly string[];
	/** Certificate authority of the test service. */
	ca?: string;
	/** How long a service may stay silent. */
	timeoutMs?: number;
}): PushSender {
	const { subject, now, testOrigins = [], ca, timeoutMs = TIMEOUT_MS } = options;
	const agent = new https.Agent({ keepAlive: true, maxSockets: 50, ...(ca && { ca }) });
	const headers = new Map<string, { value: string; until: number }>();

	function authorization(endpoint: string, keys: PushKeys): string {
		const { origin } = new URL(endpoint);
		const known = headers.get(origin + keys.publicKey);
		if (known && known.until > now().getTime()) return known.value;
		const expiration = Math.floor((now().getTime() + 2 * HALF_DAY_MS - 60_000) / 1000);
		const { Authorization: value } = webpush.getVapidHeaders(
			origin,
			subject,
			keys.publicKey,
			keys.privateKey,
			'aes128gcm',
			expiration
		);
		headers.set(origin + keys.publicKey, { value, until: now().getTime() + HALF_DAY_MS });
		return value;
	}

	return {
		async send({ endpoint, p256dh, auth }, { payload, group, urgent }, keys) {
			if (!isPushEndpoint(endpoint, testOrigins)) return 'gone';
			const signed = authorization(endpoint, keys);
			try {
				await webpush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, {
					// Given here, web-push would sign each message; the header below is already signed.
					vapidDetails: null as never,
					headers: { Authorization: signed },
					TTL: urgent ? DAY_SECONDS : 3 * DAY_SECONDS,
					urgency: urgent ? 'high' : 'normal',
					topic: topicOf(group),
					timeout: timeoutMs,
					agent
				});
				return 'accepted';
			} catch (error) {
				const { statusCode, code = '' } = error as Partial<WebPushError> & { code?: string };
				// A browser's key that is not a point of the curve: nothing can ever be sent to it.
				return code.startsWith('ERR_CRYPTO') ? 'gone' : outcomeOf(statusCode);
			}
		},
		close: () => agent.destroy()
	};
}
