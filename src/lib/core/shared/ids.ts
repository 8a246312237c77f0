/** Source of identifiers, handed in like the clock. */
export type NewId = () => string;

const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits.
 * @param millis Unix time in milliseconds
 * @param random 10 random bytes
 */
export function uuidv7(millis: number, random: Uint8Array): string {
	const bytes = new Uint8Array(16);
	for (let i = 5, rest = millis; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const text = Array.from(bytes, hex).join('');
	return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (text: string): boolean => UUID.test(text);
