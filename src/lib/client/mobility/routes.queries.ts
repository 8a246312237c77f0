/** Live reads of the special routes a person prepares, and of the opinions they asked for. */
import {
	emptyRouteFile,
	headOpinionEntity,
	routeFilesEntity,
	type HeadOpinion,
	type RouteFile
} from '$lib/core/mobility';
import { bodiesOf, bodyOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import type { Writer } from '../sync';

export const routeFile = ({ db, personId }: Writer, route: string): Live<RouteFile> =>
	new Live(
		async () => (await bodyOf(db, routeFilesEntity, personId))?.routes[route] ?? emptyRouteFile
	);

/** Of this route, the one that waits for the server before all, then the latest. */
export const opinionsOf = (db: LocalDatabase, route: string): Live<HeadOpinion[]> =>
	new Live(async () => {
		const rank = ({ askedAt }: HeadOpinion) => askedAt ?? '9';
		return (await bodiesOf(db, headOpinionEntity))
			.filter((opinion) => opinion.route === route)
			.sort((a, b) => rank(b).localeCompare(rank(a)));
	});
