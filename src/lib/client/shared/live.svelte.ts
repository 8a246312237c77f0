/**
 * A read of the local database that stays true: `current` follows every write, from this tab or
 * another. It listens only while something on screen reads it.
 */
import { createSubscriber } from 'svelte/reactivity';
import { watch } from './watch';

export class Live<T> {
	/** Undefined until the first read has come back. */
	#current = $state.raw<T | undefined>(undefined);
	#error = $state.raw<unknown>(null);
	readonly #listen: () => void;

	/** @param known what it answers before the first read has come back */
	constructor(query: () => Promise<T>, known?: T) {
		this.#current = known;
		this.#listen = createSubscriber(() =>
			watch(query, {
				next: (value) => {
					this.#current = value;
					this.#error = null;
				},
				error: (error) => (this.#error = error)
			})
		);
	}

	get current(): T | undefined {
		this.#listen();
		return this.#current;
	}

	get error(): unknown {
		this.#listen();
		return this.#error;
	}
}
