import { expect, test } from 'vitest';
import { isAcceptableCode } from './protection';

test.each(['508213', '112233', '90417263', '135791'])('%s is taken', (code) =>
	expect(isAcceptableCode(code)).toBe(true)
);

test.each(['12345', '0000000', '123456', '987654', '50 8213', '1234567890123', 'abcdef', ''])(
	'%s is refused',
	(code) => expect(isAcceptableCode(code)).toBe(false)
);
