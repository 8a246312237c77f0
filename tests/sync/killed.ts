/** Three phones talking over HTTP to the product's own server, while it is killed again and again. */
import type { SessionUser } from '$lib/core/identity';
import { sessionCookie } from '$lib/server/identity';
import * as fc from 'fast-check';
import { startDevice, stopDevice, type Device } from '../support/device';
import type { TestServer } from '../support/server';
import { Ledger } from './ledger';
import { anyDevice, DEVICES, writeOn } from './plan';
import { tally } from './tally';

const round = fc.record({
	writes: fc.array(writeOn(anyDevice), { minLength: 3, maxLength: 10, size: 'max' }),
	/** The kill strikes so long after that request of the exchanges has left. */
	request: fc.integer({ min: 1, max: 6 }),
	ms: fc.integer({ min: 0, max: 20 })
});

type Round = typeof round extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const until = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class KilledWorld extends Ledger {
	readonly devices: readonly Device[];
	readonly #server: TestServer;
	#inFlight = 0;
	#requestsLeft = 0;
	#strike = Promise.withResolvers<void>();

	constructor(
		people: { user: SessionUser; stranger: SessionUser; session: string },
		server: TestServer
	) {
		super(people.user, people.stranger);
		this.#server = server;
		const cookie = `${sessionCookie.name}=${people.session}`;
		const send = (async (path: string, init: RequestInit) => {
			this.#inFlight++;
			if (--this.#requestsLeft === 0) this.#strike.resolve();
			const headers = { ...(init.headers as object), cookie };
			try {
				return await fetch(`${server.origin}${path}`, { ...init, headers });
			} finally {
				this.#inFlight--;
			}
		}) as typeof fetch;
		this.devices = Array.from({ length: DEVICES }, () =>
			startDevice({ personId: people.user.id, fetch: send })
		);
	}

	#exchangeAll = () => Promise.all(this.devices.map(({ engine }) => engine.retryNow()));

	/** Writes, exchanges, and a `kill -9` somewhere in them; then the server is back. */
	async suffer(seed: number): Promise<void> {
		const [{ writes, request, ms }] = fc.sample(round, { seed, numRuns: 1 }) as [Round];
		for (const write of writes) await this.write(write);
		this.#requestsLeft = request;
		this.#strike = Promise.withResolvers();
		const exchanges = this.#exchangeAll();
		await Promise.race([this.#strike.promise, exchanges]);
		await until(ms);
		tally(this.#inFlight > 0 ? 'killed while answering' : 'killed between requests');
		await this.#server.kill();
		await exchanges;
		for (const device of this.devices) await this.listenTo(device);
		await this.#server.start();
	}

	/** Nothing goes wrong any more, until everyone has said and heard everything. */
	async settle(): Promise<void> {
		for (let quiet = 0; quiet < 2;) {
			await this.#exchangeAll();
			for (const device of this.devices) await this.listenTo(device);
			const states = await Promise.all(this.devices.map(({ db }) => db.read('sync')));
			quiet = states.every((sync) => sync?.state === 'up-to-date') ? quiet + 1 : 0;
		}
	}

	stop(): void {
		this.devices.forEach(stopDevice);
	}
}
