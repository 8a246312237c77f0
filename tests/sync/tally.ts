/** How often each thing really happened: a nemesis that never strikes proves nothing. */
const counts = new Map<string, number>();

export const tally = (event: string): void => void counts.set(event, (counts.get(event) ?? 0) + 1);

/** One line per event, and how many plans they come from. */
export function tallied(plans: number): string {
	const lines = [...counts]
		.sort()
		.map(([event, times]) => `${String(times).padStart(8)}  ${event}`);
	return `${plans} plans\n${lines.join('\n')}\n`;
}
