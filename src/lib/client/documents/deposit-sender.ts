/** When deposits leave: when one is made, at the start, back on the network, and again after a cut. */
import { backOff, singleRunner, type Locks } from '../sync';
import type { Fetch } from '../http';
import type { DepositBox } from './deposit-box';
import { sendDeposits } from './send-deposits';

export interface SenderOptions {
	readonly box: DepositBox;
	/** Names the queue among the tabs of this browser. */
	readonly name: string;
	readonly fetch: Fetch;
	readonly locks: Locks | undefined;
	readonly random: () => number;
	readonly onReceived: () => void;
	/** Nothing waits any more. */
	readonly onEmpty: () => void;
}

export interface DepositSender {
	run(): Promise<void>;
	stop(): void;
}

export function createSender(options: SenderOptions): DepositSender {
	let failures = 0;
	let stopped = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const once = async (): Promise<void> => {
		if (stopped) return;
		clearTimeout(timer);
		const result = await sendDeposits(options);
		if (stopped) return;
		if (result.ok) {
			failures = 0;
			return options.onEmpty();
		}
		// The session has ended: the exchange of data says so, and the deposits wait with the rest.
		if (result.error.kind === 'refused' && result.error.status === 401) return;
		failures += 1;
		const asked = result.error.kind === 'refused' ? result.error.retryAfterSeconds : null;
		timer = setTimeout(() => void sender.run(), backOff(failures, options.random(), asked));
	};

	const exclusive = singleRunner(options.locks, options.name, once);
	const sender: DepositSender = {
		// A database closed under us ends the sending, nothing else.
		run: () => exclusive().catch(() => {}),
		stop: () => {
			stopped = true;
			clearTimeout(timer);
		}
	};
	return sender;
}
