import '@sveltejs/adapter-node';
import type { SessionUser } from '$lib/core/identity';
import type { OpenSession } from '$lib/server/identity';
import type { Logger } from 'pino';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** The identifier that is also in the server's log. */
			id?: string;
		}
		interface Locals {
			requestId: string;
			log: Logger;
			user: SessionUser | null;
			session: OpenSession | null;
		}
	}
	/** Content hash of each static file, written by vite.config.ts. */
	const __STATIC_REVISIONS__: Record<string, string>;
	/** Patterns of the addresses of `(app)`, written by vite.config.ts. */
	const __APP_PATHS__: string[];
}

export {};
