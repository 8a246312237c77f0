/** The way between a phone and the server, with the faults that the plan asks for. */
import type { Fetch } from '$lib/client/http';
import type { SessionUser } from '$lib/core/identity';
import { db, unitOfWork } from '$lib/server/db';
import type { SyncTarget } from '$lib/server/sync';
import { syncTargets } from '$lib/server/sync-sources';
import { sql } from 'kysely';
import { serverFetch } from '../support/sync-server';
import type { Gate } from './gate';
import type { Fault } from './plan';

class Dies extends Error {}

export interface Weather {
	readonly fault: Fault;
	readonly after: number;
	/** Happens once, after the server has answered and before the phone knows. */
	readonly meanwhile: () => Promise<void>;
}

const fair: Weather = { fault: 'none', after: 0, meanwhile: async () => {} };

export class Network {
	#weather = fair;
	#requests = 0;
	#readsLeft = Infinity;
	#tabDied = Promise.withResolvers<void>();
	/** Requests that will reach the server after their sender gave them up. */
	readonly #late: (() => Promise<unknown>)[] = [];
	readonly #server: Fetch;

	constructor(session: () => SessionUser | null, gate: Gate) {
		// What kills the server in the middle of a mutation is not its own fault.
		const onTrouble = (error: unknown) => {
			if (!(error instanceof Dies)) throw error;
		};
		const serve = serverFetch(session, onTrouble, this.#targets());
		this.#server = (url, init) => gate.pass(() => serve(url, init));
	}

	/** From now on; gives what resolves once the tab has died of it. */
	becomes(weather: Weather = fair): Promise<void> {
		this.#weather = weather;
		this.#requests = 0;
		this.#readsLeft = weather.fault === 'stops-midway' ? weather.after : Infinity;
		this.#tabDied = Promise.withResolvers<void>();
		return this.#tabDied.promise;
	}

	async deliverLate(): Promise<void> {
		for (const deliver of this.#late.splice(0)) await deliver();
	}

	readonly fetch: Fetch = async (url, init) => {
		const { fault, after, meanwhile } = this.#weather;
		const rank = this.#requests++;
		const broken = () => new TypeError('network');
		switch (rank < after ? 'none' : fault) {
			case 'none':
			case 'stops-midway': {
				await this.deliverLate();
				const answer = await this.#server(url, init);
				if (rank === 0) await meanwhile();
				return answer;
			}
			case 'request-lost':
				throw broken();
			case 'answer-lost':
				await this.#server(url, init);
				throw broken();
			case 'twice':
				await Promise.all([this.#server(url, init), this.#server(url, init)]);
				return this.#server(url, init);
			case 'late':
				this.#late.push(() => this.#server(url, init));
				throw broken();
			case 'captive-portal':
				return new Response('<html>Bienvenue</html>', { headers: { 'content-type': 'text/html' } });
			case 'server-dies':
				if (String(url).endsWith('/push')) await this.#dieInTheMiddle(url, init);
				throw broken();
			case 'tab-dies':
				// The server answers a tab that is no longer there.
				await this.#server(url, init);
				this.#tabDied.resolve();
				return new Promise(() => {});
		}
	};

	/** The product's own, until the server can do no more. */
	#targets(): SyncTarget[] {
		return syncTargets.map((target) => ({
			...target,
			read: (user, id) => {
				if (this.#readsLeft-- <= 0) throw new Dies();
				return target.read(user, id);
			}
		}));
	}

	/** The whole request in one transaction that never commits. */
	async #dieInTheMiddle(url: Parameters<Fetch>[0], init: RequestInit | undefined): Promise<void> {
		await unitOfWork(async () => {
			await this.#server(url, init);
			await sql`select 1`.execute(db());
			throw new Dies();
		}).catch((error: unknown) => {
			if (!(error instanceof Dies)) throw error;
		});
	}
}
