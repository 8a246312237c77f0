/**
 * The HTTP server of the production build: adapter-node's handler, with the headers, compression and
 * stop that the adapter leaves to its host. Static and prerendered files never reach Kit's hooks, so
 * their security headers are set here.
 */
import compression from 'compression';
import http from 'node:http';
import { resolve } from 'node:path';
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT ?? 3000);
process.env.ORIGIN ??= `http://localhost:${port}`;
process.env.BODY_SIZE_LIMIT ??= '1M';

const buildDir = resolve(process.env.CARNET_BUILD_DIR ?? 'build');
const { handler } = await import(`${buildDir}/handler.js`);

const headers = {
	'strict-transport-security': 'max-age=63072000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'origin-agent-cluster': '?1',
	// Pages carry their own policy as well; this one covers every other answer.
	'content-security-policy': "frame-ancestors 'none'"
};

const compress = compression();

const server = http.createServer((request, response) => {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	const path = (request.url ?? '/').split('?')[0] ?? '/';
	if (!path.startsWith('/_app/immutable/')) response.setHeader('cache-control', 'no-cache');
	compress(/** @type {never} */ (request), /** @type {never} */ (response), () =>
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		})
	);
});

let stopping = false;
function stop() {
	if (stopping) return;
	stopping = true;
	server.close(() => process.emit(/** @type {never} */ ('carnet:shutdown')));
	server.closeIdleConnections();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

server.listen(port, () => {
	process.stdout.write(`Carnet est prêt : ${process.env.ORIGIN}\n`);
});
