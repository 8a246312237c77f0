/** A request as a hostile client writes it: any header, nothing added, nothing followed. */
import { request } from 'node:http';

export interface RawAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

export interface RawRequest {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}

export const rawRequest = (
	origin: string,
	path: string,
	{ method = 'GET', headers = {}, body }: RawRequest = {}
): Promise<RawAnswer> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
		const sent = request(
			{ hostname, port, path, method, headers: { ...length, ...headers } },
			(answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () =>
					resolve({
						status: answer.statusCode ?? 0,
						headers: answer.headers,
						body: Buffer.concat(parts).toString()
					})
				);
			}
		);
		sent.on('error', reject);
		sent.end(body);
	});
