/**
 * Where an address is registered, from a CC0 table read in place (8 MB): no address ever leaves the
 * server. It says where the operator of the network is, which is enough for a rule that only asks for
 * one more proof.
 */
import type { Place } from '$lib/core/identity';
import { Reader, type Response } from 'mmdb-lib';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BlockList, isIP } from 'node:net';

const TABLE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

const ours = new BlockList();
for (const [network, prefix] of [
	['127.0.0.0', 8],
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['169.254.0.0', 16],
	// Reserved for examples: never seen on a real network.
	['192.0.2.0', 24],
	['198.51.100.0', 24],
	['203.0.113.0', 24]
] as const)
	ours.addSubnet(network, prefix, 'ipv4');
ours.addAddress('::1', 'ipv6');
ours.addSubnet('fc00::', 7, 'ipv6');
ours.addSubnet('fe80::', 10, 'ipv6');
ours.addSubnet('2001:db8::', 32, 'ipv6');

let table: Reader<Response> | undefined;

export function placeOf(address: string): Place {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	const family = isIP(plain);
	if (family === 0) return 'unknown';
	if (ours.check(plain, family === 4 ? 'ipv4' : 'ipv6')) return 'private';
	table ??= new Reader(readFileSync(createRequire(import.meta.url).resolve(TABLE)));
	const { country_code: country } = (table.get(plain) ?? {}) as { country_code?: string };
	return country ? { country } : 'unknown';
}
