/**
 * A push service for tests (RFC 8030): checks who sends (RFC 8292), decrypts what it is sent with a
 * library that is not the sender's (RFC 8291), and answers what the endpoint's path says.
 */
import ece from 'http_ece';
import { importJWK, jwtVerify } from 'jose';
import { createECDH, randomBytes, type ECDH } from 'node:crypto';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { certificate } from './certificate';

export interface Received {
	readonly path: string;
	readonly text: string;
	readonly topic: string | undefined;
	readonly urgency: string | undefined;
	readonly ttl: number;
	readonly subject: unknown;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

export async function startPushService() {
	const pair = certificate();
	const browsers = new Map<string, { keys: ECDH; auth: string; publicKey: string }>();
	const received: Received[] = [];
	const attempts: string[] = [];
	let connections = 0;

	/** Throws unless the sender holds the key the browser subscribed under. */
	async function senderOf(request: IncomingMessage, publicKey: string) {
		const [, token = '', key = ''] =
			/^vapid t=([^,]+), ?k=([^,]+)$/.exec(request.headers.authorization ?? '') ?? [];
		if (key !== publicKey) throw new Error('another key');
		const point = Buffer.from(key, 'base64url');
		const jwk = {
			...{ kty: 'EC', crv: 'P-256' },
			x: point.subarray(1, 33).toString('base64url'),
			y: point.subarray(33).toString('base64url')
		};
		return jwtVerify(token, await importJWK(jwk, 'ES256'), { audience: origin });
	}

	async function answer(request: IncomingMessage): Promise<number> {
		const path = request.url ?? '';
		attempts.push(path);
		const body = await bodyOf(request);
		const asked = Number(/^\/(\d{3})\//.exec(path)?.[1] ?? 201);
		if (asked !== 201) return asked;
		const browser = browsers.get(path);
		if (!browser) return 410;
		let subject: unknown;
		try {
			subject = (await senderOf(request, browser.publicKey)).payload.sub;
		} catch {
			return 403;
		}
		const text = ece
			.decrypt(body, { version: 'aes128gcm', privateKey: browser.keys, authSecret: browser.auth })
			.toString();
		const { topic, urgency, ttl } = request.headers as Record<string, string | undefined>;
		received.push({ path, text, topic, urgency, ttl: Number(ttl), subject });
		return 201;
	}

	const server = https.createServer(pair, (request, response) => {
		if (request.url?.startsWith('/dead/')) return void request.socket.destroy();
		// Takes the message and never answers.
		if (request.url?.startsWith('/slow/')) return void request.resume();
		void answer(request).then((status) => {
			response.writeHead(status, status === 302 ? { location: `${origin}/201/elsewhere` } : {});
			response.end();
		});
	});
	server.on('connection', () => connections++);
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const origin = `https://localhost:${(server.address() as AddressInfo).port}`;

	return {
		origin,
		ca: pair.cert,
		received,
		attempts,
		connections: () => connections,
		/** A browser subscribed under this key; `behaviour` is what its endpoint answers. */
		subscribe(publicKey: string, behaviour = '201') {
			const keys = createECDH('prime256v1');
			keys.generateKeys();
			const auth = randomBytes(16).toString('base64url');
			const path = `/${behaviour}/${randomBytes(8).toString('hex')}`;
			browsers.set(path, { keys, auth, publicKey });
			const p256dh = keys.getPublicKey('base64url');
			return { endpoint: origin + path, keys: { p256dh, auth }, publicKey };
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			pair.remove();
		}
	};
}
