/** Any S3-compatible service, by five signed requests. */
import { AwsClient } from 'aws4fetch';
import { checkKey, type BlobStore } from './blob-store';

export interface S3Settings {
	/** `https://host/bucket` */
	readonly url: string;
	readonly region: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

const TIMEOUT_MS = 30_000;

const textOf = (xml: string, tag: string): string[] =>
	[...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((match) => match[1]!);

export function s3Store({ url, region, accessKeyId, secretAccessKey }: S3Settings): BlobStore {
	const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
	const base = url.replace(/\/$/, '');

	/** @throws when the service neither did it nor said that there is nothing there */
	async function ask(method: string, path: string, body?: Uint8Array): Promise<Response> {
		const response = await client.fetch(`${base}${path}`, {
			method,
			redirect: 'error',
			signal: AbortSignal.timeout(TIMEOUT_MS),
			...(body && { body: body as Uint8Array<ArrayBuffer> })
		});
		if (response.ok || response.status === 404) return response;
		await response.body?.cancel();
		throw new Error(`the object store answered ${response.status} to ${method}`);
	}

	async function pageAfter(prefix: string, token: string | undefined): Promise<string> {
		const query = new URLSearchParams({ 'list-type': '2', prefix });
		if (token) query.set('continuation-token', token);
		const response = await ask('GET', `/?${query.toString()}`);
		if (!response.ok) throw new Error('the object store does not know this bucket');
		return response.text();
	}

	return {
		put: async (key, bytes) => {
			const response = await ask('PUT', `/${checkKey(key)}`, bytes);
			await response.body?.cancel();
			if (!response.ok) throw new Error('the object store does not know this bucket');
		},
		get: async (key) => {
			const response = await ask('GET', `/${checkKey(key)}`);
			if (response.ok) return Buffer.from(await response.arrayBuffer());
			await response.body?.cancel();
			return null;
		},
		has: async (key) => (await ask('HEAD', `/${checkKey(key)}`)).ok,
		remove: async (key) => void (await (await ask('DELETE', `/${checkKey(key)}`)).body?.cancel()),
		async *list(prefix) {
			let token: string | undefined;
			do {
				const xml = await pageAfter(prefix, token);
				yield* textOf(xml, 'Key');
				[token] = textOf(xml, 'NextContinuationToken');
			} while (token);
		}
	};
}
