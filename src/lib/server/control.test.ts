import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isControlToken, openControl, readControl } from './control';

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'carnet-control-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('the token of this start opens, any other does not, and none after the stop', () => {
	expect(isControlToken('')).toBe(false);
	const close = openControl({ dataDir, port: 4999 });
	const { token, pid, port } = readControl(dataDir)!;
	expect([pid, port]).toEqual([process.pid, 4999]);
	expect(isControlToken(token)).toBe(true);
	expect(isControlToken(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'))).toBe(false);
	expect(isControlToken('')).toBe(false);
	close();
	expect(isControlToken(token)).toBe(false);
	expect(readControl(dataDir)).toBeNull();
});

test('only the account that runs the server can read it, even over a file left by another start', () => {
	writeFileSync(join(dataDir, '.control.json'), '{}', { mode: 0o644 });
	const close = openControl({ dataDir, port: 4999 });
	expect(statSync(join(dataDir, '.control.json')).mode & 0o777).toBe(0o600);
	close();
});
