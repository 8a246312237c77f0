import { guidesSchema } from '$lib/core/mobility';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import guides from './guides.json';

test('every guide has its steps, an official link and the day it was verified', () => {
	const read = v.parse(guidesSchema, guides);
	for (const { id, links } of read) expect(links.some(({ official }) => official), id).toBe(true);
	expect(new Set(read.map(({ id }) => id)).size).toBe(10);
});

test('the text is typeset as the product is', () => {
	expect(JSON.stringify(guides)).not.toMatch(/ [;!?:»]|« |'/);
});
