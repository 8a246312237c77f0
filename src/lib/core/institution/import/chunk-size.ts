/** Agents applied in one transaction: few enough that nobody waits behind it, never above 500. */
export const FIRST_CHUNK = 100;
/** Below, the fixed cost of a transaction outweighs its rows: smaller would be slower, not gentler. */
const SMALLEST = 100;
const LARGEST = 500;
const TARGET_MS = 150;

/** The size that should make the next chunk last `TARGET_MS`, at most double the last one. */
export function nextChunkSize(size: number, elapsedMs: number): number {
	const ideal = Math.round((size * TARGET_MS) / Math.max(1, elapsedMs));
	return Math.max(SMALLEST, Math.min(LARGEST, size * 2, ideal));
}
