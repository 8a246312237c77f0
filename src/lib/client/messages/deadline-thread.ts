/** The person's one thread of deadlines, worked out on the phone from what it already holds. */
import {
	circularEntity,
	deadlineThread,
	personalDeadlineEntity,
	type PublishedDeadline
} from '$lib/core/messages';
import { documentEntity } from '$lib/core/documents';
import { openCampaignEntity, requestFileEntity } from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { agentEntity } from '$lib/core/institution';
import { upcoming, type Deadline } from '$lib/core/notifications';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';

export interface DeadlineReader {
	readonly person: SessionUser;
	readonly published: readonly PublishedDeadline[];
	readonly now: () => Date;
}

/** What is still to come, soonest first. */
export async function upcomingNow(
	db: LocalDatabase,
	{ person, published, now }: DeadlineReader
): Promise<Deadline[]> {
	const [record] = await bodiesOf(db, agentEntity);
	const all = deadlineThread({
		person: {
			...{ academie: person.academie, departement: person.departement, role: person.role },
			corps: record?.corps ?? null,
			discipline: record?.discipline ?? null,
			uai: record?.establishment?.uai ?? person.uai
		},
		published,
		circulars: await bodiesOf(db, circularEntity),
		campaigns: await bodiesOf(db, openCampaignEntity),
		requests: await bodiesOf(db, requestFileEntity),
		pieces: await bodiesOf(db, documentEntity),
		personal: await bodiesOf(db, personalDeadlineEntity)
	});
	return upcoming(all, now());
}

export const myUpcoming = (db: LocalDatabase, reader: DeadlineReader): Live<Deadline[]> =>
	new Live(() => upcomingNow(db, reader));
