/** A phone as the server sees it: one pull over HTTP, and how long it took. */
import { PROTOCOL, understoodTypes, type PullAnswer } from '$lib/core/sync';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Teacher } from './teachers';

export interface Pulled {
	readonly status: number;
	readonly ms: number;
	/** As it travelled, compressed. */
	readonly body: Buffer;
	/** Small answers are sent as they are. */
	readonly isCompressed: boolean;
}

export const firstRequest = ({ accountId }: Teacher): string =>
	JSON.stringify({
		...{ protocol: PROTOCOL, user: accountId, device: randomUUID(), epoch: null },
		...{ types: understoodTypes, cursors: [] }
	});

/** The same phone once it has everything. */
export function nextRequest(request: string, answer: PullAnswer): string {
	const cursors = answer.slices.map(({ stream, type, cursor }) => ({ stream, type, cursor }));
	return JSON.stringify({ ...(JSON.parse(request) as object), epoch: answer.epoch, cursors });
}

export function send(
	url: string,
	{ session }: Teacher,
	body: string,
	agent?: http.Agent
): Promise<Pulled> {
	const started = performance.now();
	const headers = {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
		'accept-encoding': 'gzip',
		cookie: `__Host-carnet=${session}`
	};
	return new Promise((resolve, reject) => {
		const request = http.request(url, { method: 'POST', headers, ...(agent ? { agent } : {}) });
		request.on('error', reject);
		request.on('response', (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () => {
				const ms = performance.now() - started;
				const isCompressed = response.headers['content-encoding'] === 'gzip';
				const status = response.statusCode ?? 0;
				resolve({ status, ms, body: Buffer.concat(chunks), isCompressed });
			});
		});
		request.end(body);
	});
}

export function answerOf({ status, body, isCompressed }: Pulled): PullAnswer {
	if (status !== 200) throw new Error(`answered ${status}: ${body.toString()}`);
	return JSON.parse((isCompressed ? gunzipSync(body) : body).toString()) as PullAnswer;
}
