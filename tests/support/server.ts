/** The product's own server, on the test build, its own data and a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { nodeOptions } from '../../src/cli/node-options.js';
import { copyData, TEST_BUILD, type ServerData } from './demo-data';
import { testSettings } from './settings.js';

export interface ServerOptions {
	/** `demo` (the default) starts with the demonstration data, `empty` with no database yet. */
	readonly data?: 'demo' | 'empty';
	/** Another build than the test run's. */
	readonly build?: string;
	readonly env?: Readonly<Record<string, string>>;
}

export interface ServerExit {
	readonly code: number | null;
	readonly output: string;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

export class TestServer {
	#process: ChildProcess | undefined;
	#exit: Promise<ServerExit> | undefined;
	output = '';

	private constructor(
		readonly port: number,
		readonly data: ServerData,
		private readonly env: Record<string, string>
	) {}

	static async create({ data = 'demo', build = TEST_BUILD, env = {} }: ServerOptions = {}) {
		const copy = await copyData(data);
		const port = await freePort();
		return new TestServer(port, copy, {
			...testSettings,
			LOG_LEVEL: 'warn',
			DEMO: '1',
			CARNET_BUILD_DIR: build,
			PORT: String(port),
			ORIGIN: `http://localhost:${port}`,
			...copy.env,
			...env
		});
	}

	get origin() {
		return `http://localhost:${this.port}`;
	}

	get pid() {
		return this.#process?.pid ?? 0;
	}

	/** Starts the process without waiting for it to serve. */
	launch(env: Record<string, string> = {}): Promise<ServerExit> {
		const child = spawn(process.execPath, [...nodeOptions, 'src/cli/serve.js'], {
			env: { PATH: process.env.PATH, ...this.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk: Buffer) => {
				output += chunk.toString();
				this.output += chunk.toString();
			});
		}
		this.#process = child;
		this.#exit = new Promise((resolve) => {
			child.once('close', (code) => resolve({ code, output }));
		});
		return this.#exit;
	}

	/** Starts, or starts again on the same port and data, and waits until it serves. */
	async start(env: Record<string, string> = {}): Promise<this> {
		const exit = this.launch(env);
		const died = exit.then(({ code, output }) => {
			throw new Error(`the server stopped with ${code}\n${output}`);
		});
		died.catch(() => {});
		const answers = async () => {
			while (
				!(await fetch(`${this.origin}/readyz`).then(
					(r) => r.ok,
					() => false
				))
			) {
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		};
		await Promise.race([answers(), died]);
		return this;
	}

	/** Asks the server to stop, as a deployment does, and waits for its end. */
	stop(): Promise<ServerExit> {
		return this.#end('SIGTERM');
	}

	/** Ends the server at once, as a power cut does. */
	kill(): Promise<ServerExit> {
		return this.#end('SIGKILL');
	}

	/** Ends it if it still runs, and removes its data. */
	async remove(): Promise<void> {
		await this.kill();
		await this.data.remove();
	}

	async #end(signal: NodeJS.Signals): Promise<ServerExit> {
		this.#process?.kill(signal);
		return (await this.#exit) ?? { code: null, output: '' };
	}
}

/** A server that answers; the caller removes it. */
export async function startServer(options?: ServerOptions): Promise<TestServer> {
	const server = await TestServer.create(options);
	return server.start();
}
