/** The archive a teacher keeps, opened by another program. */
import { encryptedZip } from '$lib/client/documents/archive';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'carnet-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('7-Zip opens it with the password, in AES-256, and not without', async () => {
	const names = ['JustifDomicile_Avril2026.pdf', 'JustifDomicile_Avril2026.pdf', 'Arrêté été.pdf'];
	const contents = names.map(() => randomBytes(50_000));
	const password = 'tilleul cartable horizon marée';
	const blobs = contents.map((bytes) => new Blob([bytes]));
	const zip = Buffer.from(await (await encryptedZip(names, blobs, password)).arrayBuffer());
	const file = join(folder, 'carnet.zip');
	writeFileSync(file, zip);
	const listing = execFileSync('7zz', ['l', '-slt', `-p${password}`, file]).toString();
	expect(listing.match(/Method = .*AES-256/g)).toHaveLength(3);
	execFileSync('7zz', ['x', '-y', `-p${password}`, `-o${folder}`, file]);
	const extracted = [names[0]!, 'JustifDomicile_Avril2026 (2).pdf', names[2]!];
	extracted.forEach((name, index) => {
		expect(readFileSync(join(folder, name)).equals(contents[index]!)).toBe(true);
	});
	expect(spawnSync('7zz', ['t', '-pautre', file]).status).not.toBe(0);
	expect(zip.includes(contents[0]!.subarray(0, 32))).toBe(false);
});
