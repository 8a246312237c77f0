/**
 * The rows one request writes. Those stored as they are given are read once and written once, at the
 * end, however often the person changed them: what was typed twenty times is one row. Any other is
 * written at once. An act may read or write them by itself, so everything is written before it.
 */
import type { SessionUser } from '$lib/core/identity';
import type { Stream } from '$lib/core/shared';
import type { Body } from '$lib/core/sync';
import { bury, unbury } from './streams';
import type { RowTarget, StoredRow } from './sync-target';

interface Kept {
	readonly target: RowTarget;
	readonly id: string;
	/** As it stands in the database. */
	readonly stored: StoredRow | null;
	now: StoredRow | null;
}

export class KeptRows {
	readonly #kept = new Map<string, Kept>();

	constructor(
		private readonly user: SessionUser,
		private readonly stream: Stream,
		/** Stamped on what is written. */
		private readonly rev: number
	) {}

	async read(target: RowTarget, id: string): Promise<StoredRow | null> {
		return target.verbatim ? (await this.#keep(target, id)).now : target.read(this.user, id);
	}

	/** The row as it then stands; `body: null` deletes. */
	async write(target: RowTarget, id: string, body: Body | null): Promise<StoredRow | null> {
		const now = body && { rev: this.rev, body };
		if (target.verbatim) {
			(await this.#keep(target, id)).now = now;
			return now;
		}
		const stored = await target.read(this.user, id);
		await this.#store({ target, id, stored, now });
		return now && { rev: this.rev, body: (await target.read(this.user, id))!.body };
	}

	async flush(): Promise<void> {
		for (const kept of this.#kept.values()) {
			if (kept.now !== kept.stored) await this.#store(kept);
		}
		this.#kept.clear();
	}

	async #keep(target: RowTarget, id: string): Promise<Kept> {
		const key = `${target.entity.type} ${id}`;
		const known = this.#kept.get(key);
		if (known) return known;
		const stored = await target.read(this.user, id);
		const kept = { target, id, stored, now: stored };
		this.#kept.set(key, kept);
		return kept;
	}

	async #store({ target, id, stored, now }: Kept): Promise<void> {
		const { type } = target.entity;
		await target.write(this.user, id, { rev: this.rev, body: now?.body ?? null });
		if (!now) await bury(this.stream, type, id, this.rev);
		// A row that was there is not among the deleted.
		else if (!stored) await unbury(this.stream, type, id);
	}
}
