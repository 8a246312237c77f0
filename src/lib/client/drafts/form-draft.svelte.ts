/**
 * The fields of a form, kept on the phone while they are filled: a deploy, an empty battery or a tab
 * closed by the system loses nothing. Kept a moment after each change, and at once before a reload.
 */
import { registerDraft } from './drafts';
import type { LocalDatabase } from '../db';

const KEEP_AFTER_MS = 300;

export class FormDraft<Fields extends Record<string, string>> {
	fields: Fields;
	readonly #db: LocalDatabase;
	readonly #name: string;
	readonly #empty: Fields;
	#restored = false;

	constructor(db: LocalDatabase, name: string, empty: Fields) {
		this.#db = db;
		this.#name = name;
		this.#empty = empty;
		this.fields = $state({ ...empty });
		$effect(() => registerDraft(() => this.#keep()));
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
		await this.#db.drafts.delete(this.#name);
	}

	async #restore(): Promise<void> {
		const draft = await this.#db.drafts.get(this.#name);
		if (draft) Object.assign(this.fields, draft.fields);
		this.#restored = true;
	}

	async #keep(fields = $state.snapshot(this.fields) as Fields): Promise<void> {
		const isEmpty = Object.entries(fields).every(([name, value]) => value === this.#empty[name]);
		if (!isEmpty) await this.#db.drafts.put({ name: this.#name, fields });
		// Emptied by the person, not by a form that has just opened.
		else if (this.#restored) await this.#db.drafts.delete(this.#name);
	}
}
