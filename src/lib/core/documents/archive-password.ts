/** How well a password would guard an archive that anyone may try to open for as long as they wish. */
export type ArchiveStrength = 'weak' | 'fair' | 'strong';

/** Bits of choice that remain after what people do most: repeat, and use one kind of character. */
function bitsOf(password: string): number {
	const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
	const sizes = [26, 26, 10, 20];
	const pool = kinds.reduce((sum, kind, at) => (kind.test(password) ? sum + sizes[at]! : sum), 0);
	const distinct = new Set(password).size;
	// Letters that follow one another in the alphabet or on a repeated pattern add little.
	let steps = 0;
	for (let at = 1; at < password.length; at++) {
		const step = password.charCodeAt(at) - password.charCodeAt(at - 1);
		if (Math.abs(step) > 1) steps++;
	}
	return Math.min(steps + 1, distinct * 1.5) * Math.log2(Math.max(2, pool)) * 0.75;
}

/** A few words chosen at random are strong; a word and a year are not. */
export function archiveStrength(password: string): ArchiveStrength {
	const bits = bitsOf(password);
	if (password.length < 12 || bits < 45) return 'weak';
	return bits < 70 ? 'fair' : 'strong';
}
