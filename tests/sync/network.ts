/** The way between a phone and the server, with the faults that the plan asks for. */
import type { Fetch } from '$lib/client/http';
import type { SessionUser } from '$lib/core/identity';
import { sql } from 'kysely';
import { db, unitOfWork } from '$lib/server/db';
import { serverFetch } from '../support/sync-server';
import type { Fault } from './plan';

class Dies extends Error {}

export class Network {
	fault: Fault = 'none';
	/** Requests that will reach the server after their sender gave them up. */
	readonly #late: (() => Promise<unknown>)[] = [];
	readonly #server: Fetch;

	constructor(session: () => SessionUser | null) {
		// What kills the server in the middle of a mutation is not its own fault.
		this.#server = serverFetch(session, (error) => {
			if (!(error instanceof Dies)) throw error;
		});
	}

	async deliverLate(): Promise<void> {
		for (const deliver of this.#late.splice(0)) await deliver();
	}

	readonly fetch: Fetch = async (url, init) => {
		const isPush = String(url).endsWith('/push');
		const broken = () => new TypeError('network');
		switch (this.fault) {
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
				if (isPush) await this.#dieInTheMiddle(url, init);
				throw broken();
			case 'tab-dies':
				// The server answers a tab that is no longer there.
				await this.#server(url, init);
				return new Promise(() => {});
			default:
				await this.deliverLate();
				return this.#server(url, init);
		}
	};

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
