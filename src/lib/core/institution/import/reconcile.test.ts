import { describe, expect, test } from 'vitest';
import { nextChunkSize } from './chunk-size';
import { reconcile } from './reconcile';

describe('what an import writes', () => {
	test('only agents that are new or whose content differs', () => {
		const known = new Map([
			['anne', { id: '1', content: 'same' }],
			['paul', { id: '2', content: 'before' }]
		]);
		const anne = { numen: 'anne', content: 'same' };
		const paul = { numen: 'paul', content: 'after' };
		const zoe = { numen: 'zoe', content: 'any' };
		expect(reconcile(known, [anne, paul, zoe])).toEqual({
			created: [zoe],
			changed: [{ id: '2', agent: paul }],
			unchanged: 1
		});
	});
});

describe('size of the next transaction', () => {
	test('shrinks when the last one was long, grows at most twofold, and never passes 500', () => {
		expect(nextChunkSize(400, 300)).toBe(200);
		expect(nextChunkSize(100, 1)).toBe(200);
		expect(nextChunkSize(400, 10)).toBe(500);
		expect(nextChunkSize(200, 60_000)).toBe(100);
	});
});
