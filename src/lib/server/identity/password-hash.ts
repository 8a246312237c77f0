/** Argon2id with the parameters OWASP gives for it (19 MiB, two passes, one lane). */
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';

/** `algorithm: 2` is Argon2id; its name is a constant that does not survive the build. */
const parameters = {
	algorithm: 2,
	memoryCost: 19_456,
	timeCost: 2,
	parallelism: 1
};

/** The same word typed on two systems may be composed differently; nothing else is changed in it. */
const composed = (password: string) => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> =>
	hash(composed(password), parameters);

let nobody: Promise<string> | undefined;

/** Takes the same time with and without a hash to compare with. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
	nobody ??= hashPassword(randomBytes(32).toString('hex'));
	const matches = await verify(kept ?? (await nobody), composed(password));
	return kept !== null && matches;
}
