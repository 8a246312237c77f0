/**
 * The push service of Firefox, on this machine: the WebSocket protocol the browser speaks to Mozilla
 * (`dom.push.serverURL`), and the RFC 8030 address our server sends to. The browser alone decrypts.
 */
import { randomUUID } from 'node:crypto';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { certificate } from './certificate';

interface FromBrowser {
	readonly messageType?: string;
	readonly channelID?: string;
	readonly key?: string;
	readonly uaid?: string;
	readonly updates?: readonly { version: string; code?: number }[];
}

export interface Autopush {
	/** For the browser's own preferences. */
	readonly preferences: Readonly<Record<string, string | boolean | number>>;
	/** For the environment of our server. */
	readonly env: Readonly<Record<string, string>>;
	/** What the browser said of each message: 100 is decrypted and handed to the worker. */
	readonly acknowledged: number[];
	close(): Promise<void>;
}

const unpadded = (base64: string) => base64.replace(/=+$/, '');

export async function startAutopush(): Promise<Autopush> {
	const pair = certificate();
	const channels = new Map<string, { browser: WebSocket; key: string }>();
	const acknowledged: number[] = [];

	const sockets = new WebSocketServer({
		port: 0,
		host: '127.0.0.1',
		handleProtocols: (offered) => (offered.has('push-notification') ? 'push-notification' : false)
	});
	await new Promise((resolve) => sockets.once('listening', resolve));

	const answers: Record<string, (socket: WebSocket, message: FromBrowser) => object | null> = {
		hello: (_socket, { uaid }) => ({
			...{ messageType: 'hello', status: 200, use_webpush: true, broadcasts: {} },
			uaid: uaid || randomUUID().replaceAll('-', '')
		}),
		register: (browser, { channelID = '', key = '' }) => {
			channels.set(channelID, { browser, key: unpadded(key) });
			const pushEndpoint = `${origin}/wpush/${channelID}`;
			return { messageType: 'register', status: 200, channelID, pushEndpoint };
		},
		unregister: (_socket, { channelID = '' }) => {
			channels.delete(channelID);
			return { messageType: 'unregister', status: 200, channelID };
		},
		ack: (_socket, { updates = [] }) => {
			acknowledged.push(...updates.map(({ code }) => code ?? 0));
			return null;
		}
	};

	sockets.on('connection', (socket) =>
		socket.on('message', (data: Buffer) => {
			const message = JSON.parse(data.toString()) as FromBrowser;
			const answer = answers[message.messageType ?? '']?.(socket, message);
			// An empty message is a ping, answered by another.
			if (answer !== null) socket.send(JSON.stringify(answer ?? {}));
		})
	);

	const server = https.createServer(pair, (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const channelID = request.url?.split('/').at(-1) ?? '';
			const channel = channels.get(channelID);
			const sender = /k=([^,\s]+)/.exec(request.headers.authorization ?? '')?.[1];
			const status = !channel ? 410 : unpadded(sender ?? '') !== channel.key ? 403 : 201;
			if (channel && status === 201) {
				channel.browser.send(
					JSON.stringify({
						...{ messageType: 'notification', channelID, version: randomUUID() },
						data: Buffer.concat(chunks).toString('base64url'),
						headers: { encoding: request.headers['content-encoding'] },
						ttl: Number(request.headers['ttl'])
					})
				);
			}
			response.writeHead(status).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
	const { port } = sockets.address() as AddressInfo;

	return {
		preferences: {
			'dom.push.serverURL': `ws://127.0.0.1:${port}/`,
			'dom.push.testing.allowInsecureServerURL': true,
			'dom.push.enabled': true,
			'dom.push.connection.enabled': true,
			'dom.push.alwaysConnect': true,
			'network.proxy.no_proxies_on': 'localhost,127.0.0.1',
			'network.connectivity-service.enabled': false,
			'network.manage-offline-status': false
		},
		env: { NODE_EXTRA_CA_CERTS: pair.certFile, PUSH_TEST_ORIGINS: origin },
		acknowledged,
		close: async () => {
			for (const socket of sockets.clients) socket.terminate();
			sockets.close();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			pair.remove();
		}
	};
}
