/** Waits for something that happens in its own time, watching it rather than sleeping. */
export async function eventually<T>(
	look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
	timeoutMs = 10_000
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const seen = await look();
		if (seen) return seen;
		if (Date.now() > deadline) throw new Error(`did not happen within ${timeoutMs} ms`);
		await new Promise((resolve) => setTimeout(resolve, 25));
	}
}
