/** A certificate for `localhost`, of a few days, for the services of the tests. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
	readonly key: string;
	readonly cert: string;
	/** Its own authority, as a file for `NODE_EXTRA_CA_CERTS`. */
	readonly certFile: string;
	remove(): void;
}

export function certificate(): Certificate {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-cert-'));
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
	const names = ['-nodes', '-days', '2', '-subj', '/CN=localhost'];
	const alternative = ['-addext', 'subjectAltName=DNS:localhost'];
	const files = ['-keyout', keyFile, '-out', certFile];
	execFileSync('openssl', [...request, ...names, ...alternative, ...files], { stdio: 'pipe' });
	return {
		key: readFileSync(keyFile, 'utf8'),
		cert: readFileSync(certFile, 'utf8'),
		certFile,
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
