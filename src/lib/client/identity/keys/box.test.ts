import { expect, test } from 'vitest';
import { newBox, putIn, takeOut } from './box';
import { randomBytes } from './ring';

test('what is put in the box comes out with its secret, and with no other', async () => {
	const { box, secret } = await newBox();
	const key = randomBytes();
	const wrapped = await putIn(box, key);
	expect(await takeOut(secret, wrapped)).toEqual(key);
	const other = await newBox();
	await expect(takeOut(other.secret, wrapped)).rejects.toThrow();
	expect(await putIn(box, key)).not.toEqual(wrapped);
});
