/** The account of all that one person wrote on their phones, whatever then happens to these. */
import { deleteNote, reportError, writeNote } from '$lib/core/career';
import { markRecordSeen, setPreferences, type SessionUser } from '$lib/core/identity';
import { addDeadline, editDeadline } from '$lib/core/messages';
import type { Mutator } from '$lib/core/shared';
import type { OutboxEntry } from '$lib/client/db';
import { perform } from '$lib/client/sync';
import { randomUUID } from 'node:crypto';
import type { Device } from '../support/device';
import type { Write } from './plan';

export abstract class Ledger {
	/** Every mutation a phone said it had kept, and on which phone. */
	readonly kept = new Map<string, number>();
	/** Those the person let go, by choosing the other version. */
	readonly letGo = new Set<string>();
	/** Every write that was acknowledged once, with the words it carried. */
	readonly words = new Map<string, OutboxEntry>();
	/** A restored backup may have forgotten refusals. */
	restored = false;
	readonly #notes = Array.from({ length: 2 }, () => randomUUID());
	readonly #deadlines = Array.from({ length: 2 }, () => randomUUID());

	constructor(
		readonly user: SessionUser,
		/** Somebody else, under whose name nothing may ever be written. */
		readonly stranger: SessionUser
	) {}

	abstract get devices(): readonly Device[];

	/** The person writes, and the phone says whether it has kept it. */
	async write(step: Write): Promise<void> {
		const [mutator, args] = this.#mutationOf(step);
		const written = await perform(this.devices[step.device]!.writer, mutator, args);
		if (written.ok) this.kept.set(written.value, step.device);
		else if (written.error.code !== 'sync.storage-full') throw new Error(written.error.code);
	}

	/** To be called after each exchange: what is acknowledged may leave the phone later. */
	async listenTo({ db }: Device): Promise<void> {
		for (const entry of await db.outbox.toArray()) this.words.set(entry.id, entry);
	}

	#mutationOf(step: Write): [mutator: Mutator, args: object] {
		const { id } = this.user;
		const aim = (mutator: unknown, args: object) => [mutator as Mutator, args] as [Mutator, object];
		switch (step.do) {
			case 'report':
				return aim(reportError, {
					...{ id: randomUUID(), subject: 'autre', message: `${step.text}.` }
				});
			case 'note':
				return aim(writeNote, { id: this.#notes[step.row]!, title: 'note', text: step.text });
			case 'delete-note':
				return aim(deleteNote, { id: this.#notes[step.row]! });
			case 'plan':
				return aim(addDeadline, {
					...{ id: this.#deadlines[step.row]!, title: 'avis', date: '2026-12-04' }
				});
			case 'tick':
				return aim(editDeadline, {
					...{ id: this.#deadlines[step.row]!, fields: { done: step.done } }
				});
			case 'rename':
				return aim(editDeadline, {
					...{ id: this.#deadlines[step.row]!, fields: { title: `${step.text}.` } }
				});
			case 'prefer':
				return aim(setPreferences, { id, fields: { hideAmounts: step.row === 0 } });
			case 'seen': {
				const day = String(step.day).padStart(2, '0');
				return aim(markRecordSeen, { id, until: `2026-10-${day}T00:00:00Z` });
			}
		}
	}
}
