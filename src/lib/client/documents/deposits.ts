/** The person's deposits on this phone: kept, shown and sent. One per session of the application. */
import {
	checkDeposit,
	type Deposit,
	type DepositLimits,
	type DocumentsReference
} from '$lib/core/documents';
import { appError, fail, ok, parisDate, type Result } from '$lib/core/shared';
import type { LocalSession } from '../identity';
import { Live } from '../shared';
import { DepositBox, type KeptDeposit } from './deposit-box';
import { createSender, type DepositSender } from './deposit-sender';

export interface Deposits {
	readonly box: DepositBox;
	readonly sender: DepositSender;
}

/** Nothing waits, as far as the pieces can be read. */
async function noteEmpty(db: LocalSession['db']): Promise<void> {
	if (await db.read('filesKey')) await db.write('depositsWaiting', false);
}

const opened = new WeakMap<object, Deposits>();

/** Opens the box and starts sending what waits. */
export function openDeposits({ db, sync }: Pick<LocalSession, 'db' | 'sync'>): Deposits {
	const known = opened.get(db);
	if (known) return known;
	const box = new DepositBox(db);
	const sender = createSender({
		...{ box, name: `carnet-deposits-${db.name}`, fetch: fetch.bind(globalThis) },
		...{ locks: navigator.locks, random: Math.random },
		onReceived: () => void sync.run(),
		onEmpty: () => void noteEmpty(db).catch(() => {})
	});
	window.addEventListener('online', () => void sender.run());
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') void sender.run();
	});
	void sender.run();
	const deposits = { box, sender };
	opened.set(db, deposits);
	return deposits;
}

export const keptDeposits = ({ box }: Deposits): Live<KeptDeposit[]> => new Live(() => box.all());

export interface NewDeposit extends Omit<Deposit, 'id' | 'sha256' | 'bytes'> {
	readonly content: Uint8Array<ArrayBuffer>;
}

const hex = (bytes: ArrayBuffer) =>
	Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const isFull = (error: unknown): boolean =>
	error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/** Keeps a piece on the phone and sends it as soon as it can; its id is final. */
export async function makeDeposit(
	{ box, sender }: Deposits,
	{ content, ...about }: NewDeposit,
	context: { reference: DocumentsReference; limits: DepositLimits; newId: () => string; now: Date }
): Promise<Result<string>> {
	const sha256 = hex(await crypto.subtle.digest('SHA-256', content));
	const id = context.newId();
	const deposit = { ...about, id, sha256, bytes: content.length };
	const checked = checkDeposit(deposit, { ...context, today: parisDate(context.now) });
	if (!checked.ok) return checked;
	try {
		const kept = await box.keep(checked.value, content);
		if (!kept) return fail(appError('documents.needs-network', 'unavailable'));
	} catch (error) {
		if (isFull(error)) return fail(appError('documents.storage-full', 'unavailable'));
		throw error;
	}
	void sender.run();
	return ok(id);
}
