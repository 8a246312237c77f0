/** The antivirus of the machine, over its own socket (clamd, INSTREAM). */
import { connect } from 'node:net';

/** `/path/of/the/socket` or `host:port` */
export type ClamdAddress = string;

export type Scan = { readonly clean: true } | { readonly clean: false; readonly name: string };

const TIMEOUT_MS = 30_000;
const CHUNK = 2 ** 16;

const open = (address: ClamdAddress) => {
	const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
	return port ? connect(Number(port), host) : connect(address);
};

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at < bytes.length; at += CHUNK) {
		const chunk = bytes.subarray(at, at + CHUNK);
		const length = Buffer.alloc(4);
		length.writeUInt32BE(chunk.length);
		yield length;
		yield chunk;
	}
	yield Buffer.alloc(4);
}

/** @throws when the antivirus cannot be reached or does not say: a file is never clean by default */
export function scan(address: ClamdAddress, bytes: Uint8Array): Promise<Scan> {
	return new Promise((resolve, reject) => {
		const socket = open(address);
		let answer = '';
		socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('clamd does not answer')));
		socket.on('data', (data) => (answer += data.toString()));
		socket.on('error', reject);
		socket.on('close', () => {
			const text = answer.replaceAll('\0', '').trim();
			const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
			if (found) resolve({ clean: false, name: found });
			else if (text === 'stream: OK') resolve({ clean: true });
			else reject(new Error(`clamd: ${text || 'no answer'}`));
		});
		socket.on('connect', () => {
			socket.write('zINSTREAM\0');
			for (const chunk of chunksOf(bytes)) socket.write(chunk);
		});
	});
}
