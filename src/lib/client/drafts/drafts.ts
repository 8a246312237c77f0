/** Forms on screen that hold something not yet kept; asked to keep it before the page goes. */
type Keep = () => Promise<void>;

const keepers = new Set<Keep>();

/** Registers a form and returns its removal. */
export function registerDraft(keep: Keep): () => void {
	keepers.add(keep);
	return () => void keepers.delete(keep);
}

export async function keepDrafts(): Promise<void> {
	await Promise.all([...keepers].map((keep) => keep().catch(() => {})));
}
