/** Three phones of one person, the server, and the account of all that was asked of them. */
import type { SessionUser } from '$lib/core/identity';
import { keepMine, keepTheirs } from '$lib/client/sync';
import { startDevice, stopDevice, type Device } from '../support/device';
import { backUp, restore } from './backup';
import { Gate } from './gate';
import { Ledger } from './ledger';
import { Network } from './network';
import { DEVICES, type Exchange, type Step } from './plan';
import { tally } from './tally';

export interface Phone {
	device: Device;
	readonly network: Network;
	session: 'mine' | 'ended' | 'another';
	/** Rows that still fit on its disk. */
	room: number;
}

const nameOf = (step: Step): string =>
	step.do === 'session'
		? `session: ${step.is}`
		: step.do === 'rights'
			? `rights: ${step.are}`
			: step.do;

export class World extends Ledger {
	readonly phones: Phone[];
	#rights: 'whole' | 'moved' | 'no-record' = 'whole';
	#hasBackup = false;
	readonly #gate = new Gate();

	constructor(user: SessionUser, stranger: SessionUser) {
		super(user, stranger);
		this.phones = Array.from({ length: DEVICES }, () => {
			const network = new Network(() => this.#sessionOf(phone), this.#gate);
			const phone: Phone = {
				...{ network, session: 'mine', room: Infinity },
				device: startDevice({ personId: user.id, fetch: network.fetch })
			};
			this.#watchDisk(phone);
			return phone;
		});
	}

	get devices() {
		return this.phones.map(({ device }) => device);
	}

	#sessionOf({ session }: Phone): SessionUser | null {
		if (session === 'ended') return null;
		if (session === 'another') return this.stranger;
		if (this.#rights === 'no-record') return { ...this.user, agentId: null };
		return this.#rights === 'moved' ? { ...this.user, academie: '02' } : this.user;
	}

	#watchDisk(phone: Phone): void {
		const { rows, outbox } = phone.device.db;
		const refuse = () => {
			if (phone.room-- > 0) return;
			tally('write refused by a full disk');
			throw new DOMException('no space left', 'QuotaExceededError');
		};
		for (const table of [rows, outbox]) {
			table.hook('creating', refuse);
			table.hook('updating', refuse);
		}
	}

	restart(phone: Phone): void {
		stopDevice(phone.device);
		const { disk, clock } = phone.device;
		phone.device = startDevice({
			...{ personId: this.user.id, fetch: phone.network.fetch, disk, clock }
		});
		this.#watchDisk(phone);
	}

	async exchange(phone: Phone, { fault, after, meanwhile }: Omit<Exchange, 'do' | 'device'>) {
		const died = phone.network.becomes({
			...{ fault, after },
			meanwhile: async () => {
				for (const write of meanwhile) await this.write(write);
			}
		});
		const { engine } = phone.device;
		if (await Promise.race([engine.retryNow(), died.then(() => 'died' as const)])) {
			this.restart(phone);
		}
		phone.network.becomes();
		await this.listenTo(phone.device);
	}

	#exchangeWell = (phone: Phone) =>
		this.exchange(phone, { fault: 'none', after: 0, meanwhile: [] });

	async #choose(index: number, keep: 'mine' | 'theirs'): Promise<void> {
		const { device, room } = this.phones[index]!;
		const [entry] = await device.db.outbox.where({ state: 'attention' }).toArray();
		if (!entry || room < Infinity) return;
		tally(`choice of the person: ${keep}`);
		this.letGo.add(entry.id);
		if (keep === 'theirs') return keepTheirs(device.db, entry);
		const again = await keepMine(device.writer, entry);
		// What was not understood is not understood the second time either.
		if (again.ok) this.kept.set(again.value, index);
		else this.letGo.delete(entry.id);
	}

	async take(step: Step): Promise<void> {
		if (step.do !== 'sync') tally(nameOf(step));
		switch (step.do) {
			case 'sync':
				tally(`exchange: ${step.fault}`);
				return this.exchange(this.phones[step.device]!, step);
			case 'sync-together':
				await Promise.all(this.phones.map(this.#exchangeWell));
				return;
			case 'session':
				this.phones[step.device]!.session = step.is;
				return;
			case 'rights':
				this.#rights = step.are;
				return;
			case 'clock':
				this.phones[step.device]!.device.clock += step.hours * 3_600_000;
				return;
			case 'disk-full':
				this.phones[step.device]!.room = step.room ?? Infinity;
				return;
			case 'restart':
				return this.restart(this.phones[step.device]!);
			case 'choose':
				return this.#choose(step.device, step.keep);
			case 'backup':
				this.#hasBackup = true;
				return this.#gate.whileClosed(backUp);
			case 'restore':
				if (!this.#hasBackup) return;
				tally('backup restored');
				this.restored = true;
				return this.#gate.whileClosed(restore);
			default:
				return this.write(step);
		}
	}

	/** Everything heals and everyone talks until nothing is left to say. */
	async settle(): Promise<void> {
		this.#rights = 'whole';
		for (const phone of this.phones) {
			phone.session = 'mine';
			phone.room = Infinity;
			await phone.network.deliverLate();
		}
		// All speak, then all hear the others.
		for (let round = 0; round < 2; round++) {
			for (const phone of this.phones) await this.#exchangeWell(phone);
		}
	}

	stop(): void {
		for (const { device } of this.phones) stopDevice(device);
	}
}
