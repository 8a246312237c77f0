import { KeptSimulator } from './kept-simulator.svelte';

export { bringMutation, myMutationDraft } from './bring-mutation';
export { openMutationRequest, type MutationRequest } from './mutation-draft.svelte';
export { myRequests, openCampaigns, refusedActs } from './requests.queries';
export { opinionsOf, routeFile } from './routes.queries';
export { askHeadOpinion, markStep, writeRouteFile } from './routes.commands';
export {
	appealMutation,
	cancelMutation,
	contestMutation,
	fileMutation,
	reopenMutation
} from './requests.commands';

/** The rules come with their own chunk, only when the simulator opens. */
export async function openMutationSimulator(): Promise<KeptSimulator> {
	const { mobilityReference } = await import('$lib/data/mobility');
	const simulator = new KeptSimulator(mobilityReference);
	await simulator.restore();
	return simulator;
}
