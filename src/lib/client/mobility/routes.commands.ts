/** What a person writes of a special route; kept on the phone at once. */
import { askOpinion, saveRouteFile, type RouteFile } from '$lib/core/mobility';
import { perform, type Writer } from '../sync';

export const writeRouteFile = (
	writer: Writer,
	route: string,
	change: Partial<Pick<RouteFile, 'target' | 'notes'>>
) => perform(writer, saveRouteFile, { id: writer.personId, route, ...change });

export const markStep = (writer: Writer, route: string, rank: number, on: boolean) =>
	perform(writer, saveRouteFile, { id: writer.personId, route, step: { rank, on } });

export const askHeadOpinion = (writer: Writer, route: string, target: string) =>
	perform(writer, askOpinion, { id: writer.newId(), route, target });
