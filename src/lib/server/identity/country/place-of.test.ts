import { expect, test } from 'vitest';
import { placeOf } from './place-of';

test.each([
	['194.57.91.1', 'FR'],
	['2001:660::1', 'FR'],
	['102.35.0.1', 'RE'],
	['175.158.128.1', 'NC'],
	['8.8.8.8', 'US'],
	['::ffff:8.8.8.8', 'US'],
	['2a02:810::1', 'NL']
])('%s is registered in %s', (address, country) => expect(placeOf(address)).toEqual({ country }));

test.each([
	'127.0.0.1',
	'::1',
	'10.1.2.3',
	'192.168.1.1',
	'172.20.0.1',
	'fd00::1',
	'::ffff:10.0.0.1'
])('%s is ours', (address) => expect(placeOf(address)).toBe('private'));

test.each(['', 'localhost', '999.1.1.1', '240.0.0.1'])('%s is nowhere known', (address) =>
	expect(placeOf(address)).toBe('unknown')
);
