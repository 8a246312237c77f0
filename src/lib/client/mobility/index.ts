import { MutationSimulator } from './simulator.svelte';

export { openMutationRequest, type MutationRequest } from './mutation-draft.svelte';
export type { MutationSimulator };

/** The rules come with their own chunk, only when the simulator opens. */
export async function openMutationSimulator(): Promise<MutationSimulator> {
	const { mobilityReference } = await import('$lib/data/mobility');
	return new MutationSimulator(mobilityReference);
}
