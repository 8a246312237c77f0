/** Three phones of one person, the server, and the account of all that was asked of them. */
import { deleteNote, reportError, writeNote } from '$lib/core/career';
import { markRecordSeen, setPreferences, type SessionUser } from '$lib/core/identity';
import { addDeadline, editDeadline } from '$lib/core/messages';
import type { Mutator } from '$lib/core/shared';
import type { OutboxEntry } from '$lib/client/db';
import { keepMine, keepTheirs, perform } from '$lib/client/sync';
import { randomUUID } from 'node:crypto';
import { startDevice, stopDevice, type Device } from '../support/device';
import { backUp, restore } from './backup';
import { Network } from './network';
import { DEVICES, type Fault, type Step } from './plan';

export interface Phone {
	device: Device;
	readonly network: Network;
	session: 'mine' | 'ended' | 'another';
	diskFull: boolean;
}

export class World {
	readonly phones: Phone[];
	/** Every mutation a phone said it had kept, and on which phone. */
	readonly kept = new Map<string, number>();
	/** Those the person let go, by choosing the other version. */
	readonly letGo = new Set<string>();
	/** Every write that was acknowledged once, with the words it carried. */
	readonly words = new Map<string, OutboxEntry>();
	readonly rows = Array.from({ length: 3 }, () => randomUUID());
	readonly deadlines = Array.from({ length: 3 }, () => randomUUID());
	#academie = '19';
	#hasBackup = false;

	constructor(
		readonly user: SessionUser,
		readonly stranger: SessionUser
	) {
		this.phones = Array.from({ length: DEVICES }, () => {
			const network = new Network(() => this.#sessionOf(phone));
			const phone: Phone = {
				...{ network, session: 'mine', diskFull: false },
				device: startDevice({ personId: user.id, fetch: network.fetch })
			};
			this.#watchDisk(phone);
			return phone;
		});
	}

	#sessionOf({ session }: Phone): SessionUser | null {
		if (session === 'ended') return null;
		return session === 'another' ? this.stranger : { ...this.user, academie: this.#academie };
	}

	#watchDisk(phone: Phone): void {
		phone.device.db.outbox.hook('creating', () => {
			if (phone.diskFull) throw new DOMException('no space left', 'QuotaExceededError');
		});
	}

	restart(phone: Phone): void {
		stopDevice(phone.device);
		const { disk, clock } = phone.device;
		phone.device = startDevice({
			...{ personId: this.user.id, fetch: phone.network.fetch, disk, clock }
		});
		this.#watchDisk(phone);
	}

	async #write(index: number, mutator: unknown, args: object): Promise<void> {
		const { device } = this.phones[index]!;
		const written = await perform(device.writer, mutator as Mutator, args);
		if (written.ok) this.kept.set(written.value, index);
		else if (written.error.code !== 'sync.storage-full') throw new Error(written.error.code);
	}

	async sync(phone: Phone, fault: Fault): Promise<void> {
		phone.network.fault = fault;
		if (fault === 'tab-dies') {
			const gone = phone.device;
			void gone.engine.retryNow();
			// Long enough for the request to leave and the server to answer nobody.
			await new Promise((resolve) => setTimeout(resolve, 15));
			this.restart(phone);
		} else {
			await phone.device.engine.retryNow();
		}
		phone.network.fault = 'none';
		for (const entry of await phone.device.db.outbox.toArray()) this.words.set(entry.id, entry);
	}

	async #choose(index: number, keep: 'mine' | 'theirs'): Promise<void> {
		const { device, diskFull } = this.phones[index]!;
		const [entry] = await device.db.outbox.where({ state: 'attention' }).toArray();
		if (!entry || diskFull) return;
		this.letGo.add(entry.id);
		if (keep === 'theirs') return keepTheirs(device.db, entry);
		const again = await keepMine(device.writer, entry);
		// What was not understood is not understood the second time either.
		if (again.ok) this.kept.set(again.value, index);
		else this.letGo.delete(entry.id);
	}

	async take(step: Step): Promise<void> {
		switch (step.do) {
			case 'report':
				return this.#write(step.device, reportError, {
					...{ id: randomUUID(), subject: 'autre', message: `${step.text}.` }
				});
			case 'note':
				return this.#write(step.device, writeNote, {
					...{ id: this.rows[step.row]!, title: 'note', text: step.text }
				});
			case 'delete-note':
				return this.#write(step.device, deleteNote, { id: this.rows[step.row]! });
			case 'plan':
				return this.#write(step.device, addDeadline, {
					...{ id: this.deadlines[step.row]!, title: 'avis', date: '2026-12-04' }
				});
			case 'tick':
				return this.#write(step.device, editDeadline, {
					...{ id: this.deadlines[step.row]!, fields: { done: step.done } }
				});
			case 'rename':
				return this.#write(step.device, editDeadline, {
					...{ id: this.deadlines[step.row]!, fields: { title: `${step.text}.` } }
				});
			case 'prefer':
				return this.#write(step.device, setPreferences, {
					...{ id: this.user.id, fields: { hideAmounts: step.row === 0 } }
				});
			case 'seen':
				return this.#write(step.device, markRecordSeen, {
					...{ id: this.user.id, until: `2026-10-${String(step.day).padStart(2, '0')}T00:00:00Z` }
				});
			case 'sync':
				return this.sync(this.phones[step.device]!, step.fault);
			case 'sync-together':
				await Promise.all(this.phones.map((phone) => this.sync(phone, 'none')));
				return;
			case 'session':
				this.phones[step.device]!.session = step.is;
				return;
			case 'rights':
				this.#academie = step.academie;
				return;
			case 'clock':
				this.phones[step.device]!.device.clock += step.hours * 3_600_000;
				return;
			case 'disk-full':
				this.phones[step.device]!.diskFull = step.full;
				return;
			case 'restart':
				return this.restart(this.phones[step.device]!);
			case 'choose':
				return this.#choose(step.device, step.keep);
			case 'backup':
				this.#hasBackup = true;
				return backUp();
			case 'restore':
				if (this.#hasBackup) await restore();
				return;
		}
	}

	/** Everything heals and everyone talks until nothing is left to say. */
	async settle(): Promise<void> {
		this.#academie = '19';
		for (const phone of this.phones) {
			phone.session = 'mine';
			phone.diskFull = false;
			await phone.network.deliverLate();
		}
		for (let round = 0; round < 3; round++) {
			for (const phone of this.phones) await this.sync(phone, 'none');
		}
	}

	stop(): void {
		for (const { device } of this.phones) stopDevice(device);
	}
}
