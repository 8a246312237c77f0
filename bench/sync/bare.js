/**
 * The yardstick: Node's HTTP server, the same queries on the same driver and the same bytes compressed
 * the same way, with nothing of ours. `node bare.js '{"url", "queries", "answer"}'`
 */
import compression from 'compression';
import http from 'node:http';
import pg from 'pg';

const { url, queries, answer } = JSON.parse(process.argv[2] ?? '');
const pool = new pg.Pool({ connectionString: url, max: 10 });
const compress = compression();

const server = http.createServer((request, response) => {
	compress(/** @type {any} */ (request), /** @type {any} */ (response), async () => {
		let body = '';
		for await (const chunk of request) body += chunk;
		JSON.parse(body);
		for (const query of queries) await pool.query(query);
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(answer));
	});
});
server.listen(0, '127.0.0.1', () => {
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	process.stdout.write(`${port}\n`);
});
