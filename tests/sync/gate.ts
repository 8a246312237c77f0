/** The server's door: a backup is made and restored with nobody inside, as with the server stopped. */
export class Gate {
	#inside = 0;
	#closed: Promise<void> | null = null;
	#left = () => {};

	async pass<T>(work: () => Promise<T>): Promise<T> {
		while (this.#closed) await this.#closed;
		this.#inside += 1;
		try {
			return await work();
		} finally {
			this.#inside -= 1;
			if (this.#inside === 0) this.#left();
		}
	}

	async whileClosed(work: () => Promise<void>): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#closed = promise;
		if (this.#inside > 0) await new Promise<void>((left) => (this.#left = left));
		try {
			await work();
		} finally {
			this.#closed = null;
			resolve();
		}
	}
}
