import { simulateBareme } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { simulationRoute } from '$lib/server/http';

export const POST = simulationRoute(simulateBareme, () => mobilityReference);
