/**
 * The fields of a form, kept on the phone while they are filled: a deploy, an empty battery or a tab
 * closed by the system loses nothing. Kept a moment after each change, and at once when the page goes.
 */
import { on } from 'svelte/events';
import { registerDraft } from './drafts';
import type { Draft } from '../db';

const KEEP_AFTER_MS = 300;

/** Where forms are kept: the person's database, or the notebook of someone without an account. */
export interface DraftStore {
	get(name: string): PromiseLike<Draft | undefined>;
	put(draft: Draft): PromiseLike<unknown>;
	delete(name: string): PromiseLike<unknown>;
}

export class FormDraft<Fields extends Record<string, string>> {
	fields: Fields;
	readonly #store: DraftStore;
	readonly #name: string;
	readonly #empty: Fields;
	#restored = false;

	constructor({ drafts }: { readonly drafts: DraftStore }, name: string, empty: Fields) {
		this.#store = drafts;
		this.#name = name;
		this.#empty = empty;
		this.fields = $state({ ...empty });
		$effect(() => {
			const remove = registerDraft(() => this.#keep());
			// A phone may never come back to a page it has hidden.
			const stop = on(document, 'visibilitychange', () => this.#keepLast());
			return () => {
				stop();
				remove();
				this.#keepLast();
			};
		});
		$effect(() => {
			const fields = $state.snapshot(this.fields) as Fields;
			const timer = setTimeout(() => void this.#keep(fields), KEEP_AFTER_MS);
			return () => clearTimeout(timer);
		});
		void this.#restore();
	}

	/** Once the form's content has been kept for good, or given up. */
	async clear(): Promise<void> {
		Object.assign(this.fields, this.#empty);
		await this.#store.delete(this.#name);
	}

	/** The page goes: what cannot be kept any more was signed out of. */
	#keepLast(): void {
		void this.#keep().catch(() => {});
	}

	async #restore(): Promise<void> {
		const draft = await this.#store.get(this.#name);
		if (draft) Object.assign(this.fields, draft.fields);
		this.#restored = true;
	}

	async #keep(fields = $state.snapshot(this.fields) as Fields): Promise<void> {
		const isEmpty = Object.entries(fields).every(([name, value]) => value === this.#empty[name]);
		if (!isEmpty) await this.#store.put({ name: this.#name, fields });
		// Emptied by the person, not by a form that has just opened.
		else if (this.#restored) await this.#store.delete(this.#name);
	}
}
