import { describe, expect, test } from 'vitest';
import { addressUnit } from './client-address';
import { deviceLabel } from './device-label';
import { destinationAfterSignIn } from './home';
import { normaliseSignInName } from './sign-in-name';

describe('the address a client is counted under', () => {
	test.each([
		['192.0.2.7', '192.0.2.7'],
		['::ffff:192.0.2.7', '192.0.2.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
		['2001:db8::1', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64']
	])('%s counts as %s', (address, unit) => {
		expect(addressUnit(address)).toBe(unit);
	});
});

test('a device is named by browser and system, never by version', () => {
	const chrome =
		'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
	expect(deviceLabel(chrome)).toBe('Chrome sur Android');
	expect(deviceLabel('curl/8')).toBe('Navigateur inconnu');
});

test('a typed name is compared without case nor outer spaces', () => {
	expect(normaliseSignInName('  Claire.Martin@AC-Reims.fr ')).toBe('claire.martin@ac-reims.fr');
});

describe('the page after signing in', () => {
	test('is the one that was asked for', () => {
		expect(destinationAfterSignIn('/carriere?vue=projection', 'enseignant')).toBe(
			'/carriere?vue=projection'
		);
	});
	test.each([
		null,
		'',
		'https://ailleurs.example',
		'//ailleurs.example',
		'/\\ailleurs.example',
		'/a b'
	])('is the home of the function when asked for %j', (asked) =>
		expect(destinationAfterSignIn(asked, 'gestionnaire')).toBe('/gestion')
	);
});
