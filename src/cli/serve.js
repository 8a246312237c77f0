/**
 * The HTTP server of the production build: adapter-node's handler, with the headers, compression and
 * stop that the adapter leaves to its host. Static and prerendered files never reach Kit's hooks, so
 * their security headers are set here.
 */
import compression from 'compression';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { resolve } from 'node:path';

if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT ?? 3000);
// Without it the adapter believes the Host header.
process.env.ORIGIN ??= `http://localhost:${port}`;
// The policy bounds each body, operation by operation, by the length it announces.
process.env.BODY_SIZE_LIMIT ??= 'Infinity';
const isLocal = ['localhost', '127.0.0.1'].includes(new URL(process.env.ORIGIN).hostname);
const host = process.env.HOST ?? (isLocal ? '127.0.0.1' : undefined);

/** Time given to requests in progress and to the database when the process is asked to stop. */
const STOP_WITHIN_MS = 10_000;

const headers = Object.entries({
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
});

/** @param {unknown} error @returns {never} */
function refuse(error) {
	const known = error instanceof Error && 'forOperator' in error;
	process.stderr.write(known ? `${error.message}\n` : `${/** @type {Error} */ (error).stack}\n`);
	process.exit(1);
}

/** Kit's handler; loading it opens the database and applies the migrations. */
async function load() {
	const build = resolve(process.env.CARNET_BUILD_DIR ?? 'build');
	/** @type {{ handler: (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => void }} */
	const { handler } = await import(`${build}/handler.js`);
	return handler;
}

const handler = await load().catch(refuse);
const compress = compression();
/** The worker that removes itself, when the operator asks for it. */
const workerOff =
	process.env.WORKER_OFF === '1' ? readFileSync(new URL('./worker-off.js', import.meta.url)) : null;
let stopping = false;

const server = http.createServer((request, response) => {
	for (const [name, value] of headers) response.setHeader(name, value);
	const [path = '/'] = (request.url ?? '/').split('?');
	if (!path.startsWith('/_app/immutable/')) response.setHeader('cache-control', 'no-cache');
	response.once('close', () => {
		if (stopping) server.closeIdleConnections();
	});
	if (workerOff && path === '/service-worker.js') {
		response.setHeader('content-type', 'text/javascript');
		response.end(workerOff);
		return;
	}
	compress(/** @type {never} */ (request), /** @type {never} */ (response), () =>
		handler(request, response, () => {
			response.statusCode = 404;
			response.end();
		})
	);
});

/** No new connection; what is in progress is answered; then the application closes its database. */
function stop() {
	if (stopping) return;
	stopping = true;
	setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
	setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS / 2).unref();
	server.close(() => process.emit(/** @type {never} */ ('carnet:shutdown')));
	server.closeIdleConnections();
}
// Longer than a proxy or a browser keeps an idle connection: whoever reuses one must not find it closing.
server.keepAliveTimeout = 75_000;
process.on('SIGTERM', stop).on('SIGINT', stop);

server.once('error', (error) => {
	const busy = 'code' in error && error.code === 'EADDRINUSE';
	if (busy) process.stderr.write(`Le port ${port} est déjà pris : choisissez-en un par PORT.\n`);
	else process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
server.listen(port, host, () => {
	process.stdout.write(`Carnet est prêt : ${process.env.ORIGIN}\n`);
});
