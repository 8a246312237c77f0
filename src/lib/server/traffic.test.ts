import { describe, expect, test } from 'vitest';
import { duringRequest, giveWay } from './traffic';

describe('background work', () => {
	test('stands aside until the last request is answered', async () => {
		const order: string[] = [];
		const answers: (() => void)[] = [];
		const request = (name: string) =>
			duringRequest(async () => {
				await new Promise<void>((resolve) => answers.push(resolve));
				order.push(name);
			});
		const first = request('first');
		const second = request('second');
		const background = giveWay().then(() => order.push('background'));
		answers[0]!();
		await first;
		answers[1]!();
		await Promise.all([second, background]);
		expect(order).toEqual(['first', 'second', 'background']);
	});

	test('goes on at once when nobody waits, also after a request that failed', async () => {
		await duringRequest(() => Promise.reject(new Error('refused'))).catch(() => {});
		const started = performance.now();
		await giveWay();
		expect(performance.now() - started).toBeLessThan(100);
	});

	test('is not stopped for ever by a request that never ends', async () => {
		let answer = () => {};
		const endless = duringRequest(() => new Promise<void>((resolve) => (answer = resolve)));
		await giveWay();
		answer();
		await endless;
	});
});
