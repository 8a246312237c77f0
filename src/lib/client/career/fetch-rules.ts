/** Asks the server for the rules it computes with, and keeps them when they are newer and understood. */
import { receiveCareer, type CareerReference } from '$lib/core/career';
import { keepReceivedRules, type ReceivedRules } from './received-rules';

const hex = (bytes: ArrayBuffer) =>
	[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (text: string) =>
	hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));

async function download(): Promise<unknown> {
	const response = await fetch('/api/v1/reference', {
		...{ redirect: 'error', signal: AbortSignal.timeout(20_000) },
		// The browser's own copy, when the server says that nothing has changed.
		cache: 'no-cache'
	});
	return response.ok && response.headers.get('x-carnet') === '1' ? response.json() : null;
}

/** `refused`: this build is too old for what it received. Without the network nothing has changed. */
export async function fetchNewerRules(
	current: CareerReference
): Promise<'unchanged' | 'received' | 'refused'> {
	const bundle = await download().catch(() => null);
	const { version, asOf } = (bundle ?? {}) as Partial<ReceivedRules>;
	if (!bundle || version === current.version || !asOf || asOf < current.asOf) return 'unchanged';
	const read = await receiveCareer(bundle, sha256);
	if (read.ok) await keepReceivedRules(bundle as ReceivedRules);
	else if (read.error.code !== 'reference.unsupported-bundle') return 'unchanged';
	return read.ok ? 'received' : 'refused';
}
